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

// one file of words for each language: a reader fetches their own alone
const loaders = { en: () => import('./en'), fr: () => import('./fr') };

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
    resources: { [language]: (await loaders[language]()).default },
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  settle(language);
}

export async function changeLanguage(language: Language) {
  if (i18n.language === language) return;
  for (const [namespace, words] of Object.entries((await loaders[language]()).default)) {
    i18n.addResourceBundle(language, namespace, words);
  }
  settle(language); // before anything is drawn anew: requests then made are in the new language
  await i18n.changeLanguage(language);
  localStorage.setItem(kept, language);
}

function settle(language: Language) {
  speak(language);
  document.documentElement.lang = language;
}
