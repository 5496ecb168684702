import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/client';
import type first from './en';
import type more from './en/more';

export type Language = 'en' | 'fr';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof first & typeof more;
  }
}

// two files of words for each language: a reader fetches their own alone, and what most pages say when they open one
const loaders = {
  en: { first: () => import('./en'), more: () => import('./en/more') },
  fr: { first: () => import('./fr'), more: () => import('./fr/more') },
};

let wanted = false; // more than the first words
let begin = () => {};
const begun = new Promise<void>((resolve) => {
  begin = resolve;
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
    resources: { [language]: (await loaders[language].first()).default },
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  settle(language);
  begin();
}

export async function changeLanguage(language: Language) {
  if (i18n.language === language) return;
  add(language, (await loaders[language].first()).default);
  if (wanted) add(language, (await loaders[language].more()).default);
  settle(language); // before anything is drawn anew: requests then made are in the new language
  await i18n.changeLanguage(language);
  localStorage.setItem(kept, language);
}

// moreWords is to be waited for by every page but the first ones.
export async function moreWords() {
  await begun;
  wanted = true;
  const language = i18n.language as Language;
  if (!i18n.hasResourceBundle(language, 'settings')) add(language, (await loaders[language].more()).default);
}

function add(language: Language, words: object) {
  for (const [namespace, its] of Object.entries(words)) i18n.addResourceBundle(language, namespace, its);
}

function settle(language: Language) {
  speak(language);
  document.documentElement.lang = language;
}
