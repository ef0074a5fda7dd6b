import type { ChartTable } from '../../domain/charts/parts/chart.js';
import { html, type Html } from '../../http/html.js';

/** A table that scrolls by itself where the page is too narrow for it, so its region has a label and takes the focus. */
export function scrollableTable(label: string, { caption, columns, rows }: ChartTable): Html {
  return html`<div class="scrolls" role="region" aria-label="${label}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(value: string | number | null, at: number): Html {
  if (at === 0) return html`<th scope="row">${value}</th>`;
  return typeof value === 'number' || value === null
    ? html`<td class="number">${value ?? '-'}</td>`
    : html`<td>${value}</td>`;
}
