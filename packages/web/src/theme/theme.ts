import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core'
import float from './float.module.css'
import { cssVariable, ramps, type Tokens, tokens } from './tokens.ts'

const family = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"

/** The chrome has no hue: slate is the primary colour, and radii and type follow the 4 px grid. */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: family, fontWeight: '620' },
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '18px' },
  lineHeights: { xs: '15px', sm: '17px', md: '18px', lg: '18px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '6px', sm: '8px', md: '10px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  colors: {
    ultra: ramps.ultra,
    ochre: ramps.ochre,
    slate: ramps.slate,
    // What Mantine calls gray and dark are its neutrals; ours are these.
    gray: ramps.slate,
    dark: ramps.night,
  },
  primaryColor: 'slate',
  primaryShade: { light: 9, dark: 1 },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Menu: {
      defaultProps: {
        position: 'bottom-start',
        offset: 6,
        width: 200,
        returnFocus: true,
        transitionProps: { duration: 120 },
        classNames: { dropdown: float.float, item: float.option, itemIndicator: float.indicator },
      },
    },
  },
})

const variables = (scheme: Tokens): Record<`--${string}`, string> => ({
  ...Object.fromEntries(Object.entries(scheme).map(([token, value]) => [cssVariable(token), value])),
  '--mantine-color-body': scheme.page,
  '--mantine-color-text': scheme.ink,
  '--mantine-color-dimmed': scheme.ink3,
  '--mantine-color-default': scheme.sheet,
  '--mantine-color-default-hover': scheme.hover,
  '--mantine-color-default-border': scheme.rule2,
  '--mantine-color-placeholder': scheme.ink3,
})

/** Our tokens as CSS variables, and the few of Mantine's own that must follow them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables(tokens.light),
  dark: variables(tokens.dark),
})
