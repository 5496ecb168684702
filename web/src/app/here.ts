import { createContext, useContext } from 'react';
import type { Calendar, Me } from '../api/client';

// Here is where the reader is, and what they may do there.
interface Here {
  me: Me;
  calendar: Calendar;
  may: (permission: string) => boolean;
}

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('a page of a calendar was drawn outside of the shell');
  return here;
}
