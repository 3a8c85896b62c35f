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

/**
 * Draws a chart that nobody sees. The first chart of a page costs several times the second; spent here, in a frame of
 * its own, it does not add up with the first that is seen.
 */
export function warmUp(): void {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 64;
  new Chart(canvas, {
    type: 'line',
    data: { labels: ['', ''], datasets: [{ data: [0, 1] }] },
    options: { responsive: false, animation: false, events: [] },
  }).destroy();
}

export { Chart };
