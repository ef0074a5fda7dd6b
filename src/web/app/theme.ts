import { createTheme, Portal, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** One calm hue; a patient's score is never red. */
const petrol: MantineColorsTuple = [
  '#e8f6fb',
  '#d5e9f1',
  '#a9d2e3',
  '#7abad5',
  '#55a6c9',
  '#3d99c2',
  '#2d86ad',
  '#0b6485',
  '#0b5a75',
  '#054a62',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  colors: { petrol },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Inside what is hidden when a session ends, so that an open dialog is hidden with its page.
    Portal: Portal.extend({ defaultProps: { target: '#overlays' } }),
    // Its first entry takes the focus, as it has nothing but entries; and it is part of the page that it is opened from.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, portalProps: { target: 'main' } } },
    // The heading of a dialog is no banner of the page. Dialogs come after the first load, so without their code here.
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        attributes: { header: { role: 'presentation' } },
      },
    },
  },
});

/** Text colors with a contrast of 4.5 to 1, which the library does not reach everywhere; notices are calm. */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5b636a',
    '--mantine-color-placeholder': '#6b737a',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-orange-light': '#fff1e0',
    '--mantine-color-orange-light-color': '#8f3500',
    '--mantine-color-yellow-light': '#fff8db',
    '--mantine-color-yellow-light-color': '#704c00',
  },
  dark: {
    '--mantine-color-dimmed': '#a8adb3',
    '--mantine-color-placeholder': '#9aa0a6',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-orange-light': '#3a2a1a',
    '--mantine-color-orange-light-color': '#ffc78a',
    '--mantine-color-yellow-light': '#33301c',
    '--mantine-color-yellow-light-color': '#f5dd87',
  },
});
