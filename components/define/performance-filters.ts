import { defineElement } from '../define-element.js';
import { PerformanceFilters } from '../performance-filters/performance-filters.js';

defineElement('performance-filters', PerformanceFilters);
