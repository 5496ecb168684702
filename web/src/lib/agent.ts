// Browsers call themselves by many names at once. The first of these that one claims is the one that people know it by.
const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

// browserOf names a browser and its system from what it calls itself: empty where it says nothing that is known.
export function browserOf(agent: string): { browser: string; system: string } {
  const first = (known: [RegExp, string][]) => known.find(([sign]) => sign.test(agent))?.[1] ?? '';
  return { browser: first(browsers), system: first(systems) };
}
