import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  mergeThemeOverrides,
} from '@mantine/core'

/** The one brand hue: deep green-blue. */
const brand: MantineColorsTuple = [
  '#eef6f6',
  '#dcebec',
  '#b5d7d8',
  '#8bc2c4',
  '#68b0b3',
  '#45989c',
  '#2a8085',
  '#19696e',
  '#0f585d',
  '#08444a',
]

const headingOfWindow = { fontSize: '16px', fontWeight: 600, lineHeight: 1.4 }

/** Calm and dense: 14 px text, 36 px rows and fields, steps of 4. */
const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 8, dark: 7 },
  colors: { brand },
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: '"Segoe UI", "Noto Sans", system-ui, sans-serif',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  components: {
    // Hints stand under their field, so that fields side by side begin at the same height.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // A choice longer than its field shows that it goes on.
    Input: { styles: { input: { textOverflow: 'ellipsis' } } },
    Button: { defaultProps: { size: 'sm' } },
    // A dialog's head is not the page's banner, though both are <header>.
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4 },
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: headingOfWindow },
    },
    Drawer: {
      defaultProps: { attributes: { header: { role: 'presentation' } } },
      styles: { title: headingOfWindow },
    },
    // A menu stands where it is opened: within the page's landmarks, and with nothing in it but its entries.
    Menu: {
      defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false, zIndex: 250 },
      // In a small window, or a magnified one, every entry can still be reached.
      styles: { dropdown: { maxHeight: 'calc(100dvh - 64px)', overflowY: 'auto' } },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
})

/** The theme, with the one word that the components themselves say. */
export function themeWith(close: string) {
  return mergeThemeOverrides(theme, {
    components: { CloseButton: { defaultProps: { 'aria-label': close } } },
  })
}

/** Mantine's greys and reds are too faint on some grounds; these keep a contrast of 4.5 and more. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#56616b',
    '--mantine-color-error': '#b42318',
    '--mantine-color-placeholder': '#6b757e',
    '--app-ground': '#f6f8f8',
    '--app-surface': '#ffffff',
    '--app-line': '#dfe5e6',
    '--app-hover': '#f0f5f5',
    '--app-selected': '#e3eff0',
    '--app-warning-ground': '#fff7e6',
    '--app-warning-ink': '#7a4b00',
    '--app-stop-ground': '#fdf0ee',
    '--app-stop-ink': '#98231a',
    '--app-good-ground': '#eef7f0',
    '--app-good-ink': '#1c6335',
    '--app-figures-1': '#0b4f57',
    '--app-figures-2': '#3c9a8f',
    '--app-figures-3': '#c7822b',
    '--app-figures-4': '#7d6b99',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b2ba',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-placeholder': '#98a2aa',
    '--mantine-color-anchor': '#8bc2c4',
    '--app-ground': '#181b1d',
    '--app-surface': '#202427',
    '--app-line': '#363c40',
    '--app-hover': '#292e31',
    '--app-selected': '#27373a',
    '--app-warning-ground': '#33290f',
    '--app-warning-ink': '#f3cd85',
    '--app-stop-ground': '#3a1d1b',
    '--app-stop-ink': '#ffb4ab',
    '--app-good-ground': '#18301f',
    '--app-good-ink': '#9fdcb1',
    '--app-figures-1': '#a9e0e3',
    '--app-figures-2': '#3f9c92',
    '--app-figures-3': '#e0a55a',
    '--app-figures-4': '#a897c4',
  },
})
