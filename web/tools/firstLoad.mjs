// What a client loads on the way from the first page to the booked hour, and how much that may be.

/** In bytes as they travel, with the page and the styles in it, fonts and the visitor's language. */
export const PROMISED = 200 * 1024;

const ON_THE_WAY = /features\/(guide|therapists|availability|booking)\//;

/**
 * The files, for who speaks English and for who speaks another language.
 *
 * @param manifest the build's: each part with its file and what it imports
 */
export function firstLoad(manifest, languages = ['de', 'es']) {
  const parts = new Set();
  const walk = (name) => {
    if (!manifest[name] || parts.has(name)) return;
    parts.add(name);
    manifest[name].imports?.forEach(walk);
  };
  walk('index.html');
  // Its parts begin one after the other.
  manifest['index.html'].dynamicImports?.forEach(walk);
  for (const name of Object.keys(manifest)) if (ON_THE_WAY.test(name) && !saysIn(name, languages)) walk(name);
  const filesOf = (names) => names.flatMap((name) => [manifest[name].file, ...(manifest[name].assets ?? [])]);
  const common = ['index.html', ...filesOf([...parts])];
  const words = (language) =>
    [...parts]
      .flatMap((name) => manifest[name].dynamicImports ?? [])
      .filter((name) => manifest[name]?.name === language || saysIn(name, [language]));
  return Object.fromEntries(
    ['en', ...languages].map((language) => [language, [...new Set([...common, ...(language === 'en' ? [] : filesOf(words(language)))])]]),
  );
}

const saysIn = (name, languages) => languages.some((language) => name.endsWith(`.${language}.ts`));
