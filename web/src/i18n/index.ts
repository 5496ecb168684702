import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/client';
import type english from './en';

export type Language = 'en' | 'fr';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
  }
}

// A reader fetches the words of their own language alone; at first those of the calendar, and the others with the first page
// that says them.
const first = { en: () => import('./en/first'), fr: () => import('./fr/first') };
const all = { en: () => import('./en'), fr: () => import('./fr') };
let whole = false;
let start = () => {};
const started = new Promise<void>((done) => {
  start = done;
});

const kept = 'parution.language';

// firstLanguage is what to speak before we know who is there.
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'en' || chosen === 'fr') return chosen;
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

export async function startWords() {
  const language = firstLanguage();
  await i18n.use(initReactI18next).init({
    lng: language,
    resources: { [language]: (await first[language]()).default },
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  settle(language);
  start();
}

// add fetches what is wanted of a language, and again where more is wanted by then.
async function add(language: Language) {
  let asked: boolean;
  do {
    asked = whole;
    for (const [namespace, words] of Object.entries((await (asked ? all : first)[language]()).default)) {
      if (!i18n.hasResourceBundle(language, namespace)) i18n.addResourceBundle(language, namespace, words);
    }
  } while (asked !== whole);
}

// withWords fetches a page, or a part of one, with the words that it says. The first page is asked for before anything is said.
export async function withWords<T>(load: () => Promise<T>): Promise<T> {
  whole = true;
  const part = load();
  await started;
  let language: string;
  do {
    language = i18n.language;
    await add(language as Language);
  } while (language !== i18n.language);
  return part;
}

export async function changeLanguage(language: Language) {
  if (i18n.language === language) return;
  await add(language);
  settle(language); // before anything is drawn anew: requests then made are in the new language
  await i18n.changeLanguage(language);
  localStorage.setItem(kept, language);
}

function settle(language: Language) {
  speak(language);
  document.documentElement.lang = language;
}
