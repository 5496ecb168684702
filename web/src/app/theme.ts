import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import i18n from 'i18next';

// ink of a printed page, a little blue in it
const ink: MantineColorsTuple = [
  '#edf4f6',
  '#d9e7eb',
  '#b3cfd8',
  '#88b3c1',
  '#5f97a9',
  '#3d7b8f',
  '#25637a',
  '#17495a',
  '#103745',
  '#0a2631',
];

// warm greys: paper by day, slate by night
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0ea',
  '#e8e4dc',
  '#d8d3c8',
  '#bdb7aa',
  '#978f81',
  '#6f685c',
  '#575147',
  '#3a362f',
  '#23211d',
];

// of a pause, on its banner and its button
const pause: MantineColorsTuple = [
  '#f5effa',
  '#e8dcf2',
  '#d0b8e4',
  '#b792d5',
  '#a073c9',
  '#8a56b8',
  '#74419f',
  '#5a2f7d',
  '#472463',
  '#331947',
];

const dark: MantineColorsTuple = [
  '#e6e4df',
  '#c3c1bb',
  '#a3a19b',
  '#83817c',
  '#4a4b4c',
  '#35383a',
  '#282b2d',
  '#1d2022',
  '#17191b',
  '#101213',
];

export const theme = createTheme({
  colors: { ink, gray, dark, pause },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  black: '#23211d',
  defaultRadius: 'sm',
  fontFamily: '"Instrument Sans Variable", system-ui, sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontFamily: 'Newsreader, Georgia, serif',
    fontWeight: '500',
    sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.375rem' }, h3: { fontSize: '1.125rem' } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Alert: { styles: { label: { color: 'var(--mantine-color-text)' } } }, // yellow on yellow cannot be read
    Button: { defaultProps: { size: 'sm' } },
    SegmentedControl: {
      styles: { root: { backgroundColor: 'light-dark(var(--mantine-color-gray-1), var(--mantine-color-dark-6))' } },
    },
    Modal: {
      defaultProps: () => ({
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': i18n.t('close') },
      }),
    },
    Notification: { defaultProps: () => ({ closeButtonProps: { 'aria-label': i18n.t('close') } }) },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } }, // a menu holds nothing but its items
    MenuDivider: { defaultProps: { role: 'separator' } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.25 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

// sheets of paper lie on the page: dialogs, menus and fields are a shade lighter than it; what is wrong, and what stands in an
// empty field, can be read on both
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fffefb',
    '--mantine-color-error': '#a9261f',
    '--mantine-color-placeholder': gray[6],
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-error': '#f28b82',
    '--mantine-color-red-light-color': '#f28b82', // what removes something is red by night too
    '--mantine-color-placeholder': dark[2],
  },
});
