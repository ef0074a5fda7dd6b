import type { FastifyRequest } from 'fastify';
import { html } from './html.js';
import { asksForPage } from './pages.js';

/** The problem as a person reads it who opened a page; null for a program, and at the addresses of the API. */
export function problemPage(title: string, detail: string, request: FastifyRequest): string | null {
  if (request.method !== 'GET' || !asksForPage(request)) return null;
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      <style>
        :root {
          color-scheme: light dark;
        }
        body {
          font:
            1.1rem/1.5 system-ui,
            sans-serif;
          max-width: 36rem;
          margin: 15vh auto;
          padding: 0 1rem;
          color: CanvasText;
          background: Canvas;
        }
      </style>
      <main>
        <h1>${title}</h1>
        <p>${detail}</p>
        <p><a href="">Try again</a></p>
        <p><small>For support: ${request.id}</small></p>
      </main>
    </html> `.text;
}
