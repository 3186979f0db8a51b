// Runs before the first paint, so that a dark page does not flash white. A classic script: modules wait for the document.
(() => {
  const root = document.documentElement;
  const theme = localStorage.getItem('pg:theme');
  const language = localStorage.getItem('pg:language');
  if (theme === 'light' || theme === 'dark') root.dataset.colorScheme = theme;
  if (language === 'nn' || language === 'en') root.lang = language;
})();
