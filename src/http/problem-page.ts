import type { FastifyRequest } from 'fastify';
import { asksForPage } from './pages.js';
import type { Problem } from './problem.js';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The problem as a person reads it who opened a page; null for a program, and at the addresses of the API. */
export function problemPage(problem: Problem, request: FastifyRequest): string | null {
  if (request.method !== 'GET' || !asksForPage(request)) return null;
  const [title, detail, id] = [problem.title, problem.detail, request.id].map(escaped);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem; color-scheme: light dark }</style>
<h1>${title}</h1>
<p>${detail}</p>
<p><a href="">Try again</a></p>
<p><small>For support: ${id}</small></p>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
}
