export type Look = 'auto' | 'light' | 'dark';

const KEY = 'look';

/** Light or dark, as the person chose on this device; else as the device says. */
export function look(): Look {
  try {
    const chosen = localStorage.getItem(KEY);
    return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
  } catch {
    return 'auto';
  }
}

export function wear(chosen: Look): void {
  if (chosen === 'auto') delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = chosen;
  try {
    if (chosen === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    // for this page only
  }
}
