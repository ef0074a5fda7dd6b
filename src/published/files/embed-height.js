// Tells the page around this frame how high it is; a height is no secret, so any page may hear it.
new ResizeObserver(() => {
  parent.postMessage({ cudosEmbedHeight: document.documentElement.offsetHeight }, '*');
}).observe(document.documentElement);
