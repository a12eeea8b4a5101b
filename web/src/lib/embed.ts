/**
 * The app in a frame of a clinic's own site (public/embed.js). All its pages lie below this address, so that a reload
 * stays in the frame, and the gateway lets the sites it knows show these alone.
 */
export const EMBED = '/embed';
export const isEmbedded = (path = location.pathname) => path === EMBED || path.startsWith(`${EMBED}/`);

/** What the page around says in the frame's name, which outlives a reload and stands in no address. */
export type Around = {origin: string; look?: 'light' | 'dark'; language?: string; primary?: string};

/** As it came, without what is not as it must be: the name of a frame is set by whoever shows it. */
export function around(name = window.name): Around | undefined {
  try {
    const said = JSON.parse(name) as Record<string, unknown>;
    const {origin, look, language, primary} = said;
    if (typeof origin !== 'string' || !/^https?:\/\/[^\s/]+$/.test(origin)) return undefined;
    return {
      origin,
      ...((look === 'light' || look === 'dark') && {look}),
      ...(typeof language === 'string' && /^[a-z]{2}$/.test(language) && {language}),
      ...(typeof primary === 'string' && /^#[0-9a-f]{6}$/i.test(primary) && {primary}),
    };
  } catch {
    return undefined;
  }
}

const parts = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** As WCAG reckons it. */
function luminance(colour: string): number {
  const [red, green, blue] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** From 1 to 21; text needs 4.5. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The colour, as near as can be while it is read on that ground: darker on a light one, lighter on a dark one. */
export function readableOn(ground: string, colour: string): string {
  const target = luminance(ground) > 0.18 ? 0 : 255;
  for (let step = 0; step <= 20; step++) {
    const mixed = `#${parts(colour)
      .map((part) => Math.round(part + ((target - part) * step) / 20).toString(16).padStart(2, '0'))
      .join('')}`;
    if (contrast(mixed, ground) >= 4.5) return mixed;
  }
  return target === 0 ? '#000000' : '#ffffff';
}

/** What stands behind text in the clinic's colour, at its worst: --tint, in styles.css. */
const GROUND = {light: '#e3f1ef', dark: '#17393a'};

/** Wears the colours of the page around. */
export function dress({look, primary}: Around) {
  const {dataset, style} = document.documentElement;
  dataset.embedded = '';
  if (look) dataset.look = look;
  if (!primary) return;
  const shade = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => style.setProperty('--primary', readableOn(GROUND[look ?? (shade.matches ? 'dark' : 'light')], primary));
  shade.addEventListener('change', paint);
  paint();
}

/** Tells the page around, and nobody else, how high the frame must be. Ends when called. */
export function tellHeight(origin: string): () => void {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.getElementById('root')!.getBoundingClientRect().height);
    if (height !== last) parent.postMessage({type: 'rhomboid:height', height: (last = height)}, origin);
  };
  const watch = new ResizeObserver(tell);
  watch.observe(document.getElementById('root')!);
  tell();
  return () => watch.disconnect();
}
