import { ResolutionRateCard } from '../reports/resolution-rate-card.js';
import { defineElement } from '../define-element.js';

defineElement('resolution-rate-card', ResolutionRateCard);
