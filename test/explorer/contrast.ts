/**
 * JavaScript for the page: every visible text whose contrast with what is behind it is under 4.5 to 1 (WCAG 2.2, 1.4.3), as
 * `text: ratio`. A string, since it runs in the browser.
 */
export const faintTexts = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    const page = matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return layers.reverse().reduce((under, top) => over(top, under), page);
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const faint = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent.replace(/[\\u200b\\s]+/g, ' ').trim();
    if (!text || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (element.closest('script, style, noscript, [data-radix-popper-content-wrapper]')) continue;
    const background = behind(element);
    const [light, dark] = [luminance(over(parse(getComputedStyle(element).color), background)), luminance(background)]
      .sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const name = element.className + ' ' + element.tagName;
    if (ratio < 4.5 && !faint.has(name)) faint.set(name, text + ': ' + ratio.toFixed(2) + ' (' + name + ')');
  }
  return [...faint.values()];
})()`;
