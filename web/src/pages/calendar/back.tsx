import { useEffect } from 'react';

// Back, in a dialog, goes back to where one came from when the dialog is gone; to the place of the same card where the grid was
// drawn anew meanwhile.
export function Back() {
  useEffect(() => {
    const from = document.activeElement as HTMLElement;
    return () => {
      if (document.activeElement !== document.body) return;
      const to = from.isConnected ? from : document.querySelector<HTMLElement>('.fc [tabindex="0"]');
      to?.focus();
    };
  }, []);
  return null;
}
