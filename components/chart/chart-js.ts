import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from 'chart.js';

// Only what is drawn: legend, tooltip and the other controllers stay out of every host's bundle.
Chart.register(BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement);

export { Chart };
