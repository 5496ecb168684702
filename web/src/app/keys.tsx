import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { withWords } from '../i18n';
import { singleKeys, typing } from '../lib/single-keys';
import { Icon } from '../ui/icons';
import { useHere } from './here';
import classes from './shell.module.css';

const Palette = lazy(() => withWords(() => import('../pages/palette/palette')));
const Shortcuts = lazy(() => withWords(() => import('../pages/palette/shortcuts')));

const places: Record<string, string> = { c: '', a: '/approval', d: '/desk', s: '/settings' };
const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

// Keys is the way anywhere by a few letters: the palette, the list of shortcuts, and a button for whoever does not know them.
export function Keys() {
  const { calendar } = useHere();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [shown, show] = useState<'palette' | 'shortcuts' | null>(null);
  useEffect(() => {
    let going = 0; // until when a letter after g is a place
    const press = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      if (letter === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        show((before) => (before === 'palette' ? null : 'palette'));
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (typing(event.target) || !singleKeys() || document.querySelector('[role=dialog]')) return;
      const place = Date.now() < going ? places[letter] : undefined;
      going = letter === 'g' ? Date.now() + 1500 : 0;
      if (place !== undefined) {
        event.preventDefault();
        event.stopPropagation(); // the same letter may do something on the page
        navigate(`/calendars/${calendar.id}${place}`);
      } else if (event.key === '?') {
        event.preventDefault();
        show('shortcuts');
      }
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [calendar.id, navigate]);
  return (
    <>
      <UnstyledButton
        className={classes.find}
        onClick={() => show('palette')}
        aria-label={t('find.button')}
        aria-keyshortcuts={apple ? 'Meta+K' : 'Control+K'}
      >
        <Icon name="search" size={16} />
        <span>{t('find.short')}</span>
        <kbd>{apple ? '⌘K' : t('find.key')}</kbd>
      </UnstyledButton>
      <Suspense>
        {shown === 'palette' && <Palette close={() => show(null)} help={() => show('shortcuts')} />}
        {shown === 'shortcuts' && <Shortcuts close={() => show(null)} />}
      </Suspense>
    </>
  );
}
