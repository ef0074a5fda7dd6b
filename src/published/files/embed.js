/*
 * Shows published figures on a page of another site, wherever on the page and whenever this line is put:
 *   <script src="https://outcomes.example.org/embed.js" data-publication="outcomes-2025" async></script>
 * data-layout="headline", "row" or "full", data-figures, data-colors="light" or "dark" and data-locale choose what is shown
 * and how; data-target is a CSS selector of the place for it. Where a tag manager drops these, the address takes them
 * (embed.js?publication=...). Once the script is on a page, <cudos-outcomes publication="outcomes-2025"> shows figures too.
 * Sends no cookie, sets none, and reads nothing of the page. Frames of the same service grow to what they show.
 */
(() => {
  'use strict';
  const TAG = 'cudos-outcomes';
  const KNOWN = Symbol.for(TAG);
  const CHOICES = ['layout', 'figures', 'colors', 'locale'];
  // Written by the service, for pages that run this text without its address.
  const SERVICE = 'https://service.invalid';
  const running = document.currentScript;
  const tag = running?.src ? running : document.querySelector('script[data-publication][src*="/embed.js"]');
  const { origin } = new URL(tag?.src || SERVICE);
  const known = (window[KNOWN] ??= new WeakSet());
  const isFirst = (object) => !known.has(object) && known.add(object);
  const services = (window[Symbol.for(`${TAG} services`)] ??= {});

  const isOurs = ({ src }) => src.startsWith(`${origin}/embed.js`);
  class Outcomes extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      this.attachShadow({ mode: 'open' });
      this.service ??= origin;
      const style = fetch(`${this.service}/embed.css`, { credentials: 'omit' }).then((answer) => answer.text());
      const choices = CHOICES.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)]);
      // Unlike fetch, this parses the answer without running anything of it, also under Trusted Types.
      const request = new XMLHttpRequest();
      request.open('GET', `${this.addressIn('embed')}?${new URLSearchParams(choices)}`);
      request.responseType = 'document';
      request.onload = () => this.show(request.responseXML, style).catch(() => this.fail());
      request.onerror = () => this.fail();
      request.send();
      style.catch(() => this.fail());
    }

    async show(answer, style) {
      const article = answer?.querySelector('article.publication');
      if (!article) return this.fail();
      // A sheet made by script is allowed where a site's own policy forbids inline styles.
      const sheet = new CSSStyleSheet();
      this.shadowRoot.adoptedStyleSheets = [sheet];
      await sheet.replace(await style);
      for (const name of ['src', 'srcset', 'href']) {
        for (const element of article.querySelectorAll(`[${name}]`)) {
          element.setAttribute(name, new URL(element.getAttribute(name), this.service).href);
        }
      }
      this.shadowRoot.replaceChildren(document.adoptNode(article));
    }

    addressIn(place) {
      return `${this.service}/${place}/${encodeURIComponent(this.getAttribute('publication') ?? '')}`;
    }

    fail() {
      const link = document.createElement('a');
      link.href = this.addressIn('published');
      link.textContent = 'The published figures cannot be shown here at the moment; read them on their own page.';
      this.shadowRoot.replaceChildren(link);
    }
  }

  /** In its target, else after its script, else (where a script in the head or a hidden part was put) at the page's end. */
  const place = (script, { publication, colours, target, ...others }) => {
    const element = document.createElement(TAG);
    const choices = { colors: colours, ...others };
    element.setAttribute('publication', publication);
    element.service = origin;
    for (const name of CHOICES) if (choices[name]) element.setAttribute(name, choices[name]);
    const asked = target && document.querySelector(target);
    const isSeen = document.body.contains(script) && script.parentElement.getClientRects().length > 0;
    if (!asked && isSeen) script.after(element);
    else (asked || document.querySelector('main') || document.body).append(element);
  };

  const start = () => {
    for (const script of new Set([running, ...document.querySelectorAll('script')])) {
      if (!script || !(script === running || isOurs(script)) || !isFirst(script)) continue;
      const asked = { ...Object.fromEntries(new URL(script.src || SERVICE).searchParams), ...script.dataset };
      if (asked.publication) place(script, asked);
    }
  };

  const fit = ({ origin: from, source, data }) => {
    const height = data?.cudosEmbedHeight;
    if (from !== origin || !(height > 0 && height < 50_000)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
    }
  };

  if (!customElements.get(TAG)) customElements.define(TAG, Outcomes);
  if (!services[origin]) {
    services[origin] = true;
    addEventListener('message', fit);
    // A frame that is there already has said its height to nobody.
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.src.startsWith(`${origin}/embed/`)) frame.contentWindow.postMessage({ cudosEmbed: 'height' }, origin);
    }
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
