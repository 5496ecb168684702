import { useEffect, useRef } from 'react';

// useSelected tells what is selected in the text field at hand, whether a mouse, keys or a finger selected it. React's own
// onSelect does not hear of a finger: browsers tell the field of it, and React listens for it on the document alone.
export function useSelected(told: (field: HTMLTextAreaElement) => void) {
  const latest = useRef(told);
  latest.current = told;
  useEffect(() => {
    let last: unknown[] = [];
    const hear = () => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement)) return;
      const now = [field, field.value, field.selectionStart, field.selectionEnd];
      if (now.every((part, i) => part === last[i])) return; // drawing a field anew tells of it too
      last = now;
      latest.current(field);
    };
    document.addEventListener('selectionchange', hear, { capture: true });
    return () => document.removeEventListener('selectionchange', hear, { capture: true });
  }, []);
}
