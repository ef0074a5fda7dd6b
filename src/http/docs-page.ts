/** What the page of the API document lacks of its own: colors that can be read, names, and an order of headings. */
export const docsStyle = `
.swagger-ui .topbar { background: #10374a }
.swagger-ui .opblock .opblock-summary-method { background: #0b5c99 !important; color: #fff !important }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #176639 !important }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #8a4a00 !important }
.swagger-ui .opblock.opblock-patch .opblock-summary-method { background: #0d6464 !important }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #b3261e !important }
.swagger-ui .info .title small.version-stamp { background: #2f5d00 }
html:not(.dark-mode) .swagger-ui a:not(.nostyle) { color: #0b5c99 }
html:not(.dark-mode) .swagger-ui .btn.authorize { color: #176639; border-color: #176639 }
html:not(.dark-mode) .swagger-ui .btn.authorize svg { fill: #176639 }
html:not(.dark-mode) .swagger-ui .json-schema-2020-12-expand-deep-button { color: #555 }
`;

/** In the colors of the device, also where these change; parts that are drawn later are named then. */
export const docsScript = `
const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', () => document.documentElement.classList.toggle('dark-mode', dark.matches));
const page = document.getElementById('swagger-ui');
const each = (selector, change) => page.querySelectorAll(selector).forEach(change);
const name = (selector, role, words) => each(selector + ':not([aria-label])', (element) => {
  if (role) element.setAttribute('role', role);
  element.setAttribute('aria-label', words);
});
new MutationObserver(() => {
  name('.information-container', 'region', 'About');
  name('.schemes-server-container', 'region', 'Server and sign-in');
  name('#servers', '', 'Server');
  each('h3.opblock-tag, section.models h4', (heading) => heading.setAttribute('aria-level', '2'));
  // A link inside of a button, which opens what the button opens.
  each('.opblock-summary-control a[href]', (link) => link.removeAttribute('href'));
}).observe(page, { childList: true, subtree: true });
`;
