import { notifications } from '@mantine/notifications';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { showTrouble } from '../ui/trouble';

// useAct does one thing at a time: it says when it is busy, shows what went wrong, and has what was changed asked anew.
export function useAct(...changed: QueryKey[]) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async <T>(work: () => Promise<T>, said?: string): Promise<T | undefined> => {
    setBusy(true);
    try {
      const done = await work();
      await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })));
      if (said) notifications.show({ message: said, withBorder: true });
      return done;
    } catch (error) {
      showTrouble(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}
