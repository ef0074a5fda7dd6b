/*
 * Shows published figures on a page of another site:
 *   <script src="https://outcomes.example.org/embed.js" data-publication="outcomes-2025" async crossorigin></script>
 * data-colours="light" or "dark" sets the colours that otherwise follow the reader's. Sends no cookie, sets none, and
 * reads nothing of the page. Frames of the same service grow to the height of what they show.
 */
(() => {
  'use strict';
  const script = document.currentScript;
  const { origin } = new URL(script.src);
  const { publication, colours = 'auto' } = script.dataset;

  const onMessage = ({ origin: from, source, data }) => {
    const height = data?.cudosEmbedHeight;
    if (from !== origin || !(height > 0 && height < 50_000)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
    }
  };
  addEventListener('message', onMessage);
  if (publication === undefined) return;

  const host = document.createElement('div');
  script.after(host);
  const root = host.attachShadow({ mode: 'open' });

  const show = async (answer) => {
    const article = answer?.querySelector('article.publication');
    if (!article) return fail();
    // A sheet made by script is allowed where a site's own policy forbids inline styles.
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [sheet];
    await sheet.replace(await (await style).text());
    for (const name of ['src', 'srcset', 'href']) {
      for (const element of article.querySelectorAll(`[${name}]`)) {
        element.setAttribute(name, new URL(element.getAttribute(name), origin).href);
      }
    }
    root.replaceChildren(document.adoptNode(article));
  };

  const fail = () => {
    const link = document.createElement('a');
    link.href = `${origin}/published/${encodeURIComponent(publication)}`;
    link.textContent = 'The published figures cannot be shown here at the moment; read them on their own page.';
    root.replaceChildren(link);
  };

  const style = fetch(`${origin}/embed.css`, { credentials: 'omit' });
  // Unlike fetch, this parses the answer without running anything of it, also under Trusted Types.
  const request = new XMLHttpRequest();
  const query = `colours=${encodeURIComponent(colours)}`;
  request.open('GET', `${origin}/embed/${encodeURIComponent(publication)}?${query}`);
  request.responseType = 'document';
  request.onload = () => show(request.responseXML).catch(fail);
  request.onerror = fail;
  request.send();
  style.catch(fail);
})();
