// textual.js marks its progress as classes of the body, and leaves the terminal without the focus until it is clicked.
new MutationObserver(() => document.querySelector(".xterm-helper-textarea").focus()).observe(document.body, {
  attributeFilter: ["class"],
});
