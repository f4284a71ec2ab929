/** Mantine ramps, lightest first: ultramarine is the customer, ochre is service, slate and night are everything else. */
export const ramps = {
  ultra: ['#F4F7FF', '#E4EBFF', '#CBD8FE', '#AABFFD', '#859FF6', '#6480E9', '#465FCF', '#3448AF', '#253582', '#182354'],
  ochre: ['#FDF5EB', '#FEE7CB', '#F9D29E', '#EDB568', '#D59739', '#B77B0F', '#926002', '#744C01', '#563702', '#3A2401'],
  slate: ['#F6F7F8', '#EAEBEE', '#D7D9DD', '#BEC1C7', '#A1A5AC', '#858993', '#676C77', '#505561', '#393E49', '#242932'],
  night: ['#F0F1F3', '#B9BDC6', '#989DA8', '#767B86', '#3D414B', '#343841', '#23262D', '#16181D', '#0D0F13', '#0A0B0E'],
} as const

export type Tokens = Record<keyof typeof light, string>

const light = {
  page: '#F1F2F4',
  sheet: '#FFFFFF',
  float: '#FFFFFF',
  raised: '#FFFFFF',
  hover: '#F6F7F8',
  track: '#E4E6EA',
  ink: '#1B1E25',
  ink2: '#4C515C',
  ink3: '#646975',
  rule: '#E1E3E7',
  rule2: '#C9CCD3',
  inverse: '#1B1E25',
  inverseText: '#FFFFFF',
  ghost: '#878C97',
  cxLeaf: '#F8F9FF',
  cxRule: '#E0E5F7',
  cx: '#465FCF',
  cxText: '#3448AF',
  cxFill: '#6480E9',
  cxBand: 'rgba(70,95,207,.15)',
  svLeaf: '#FEFBF5',
  svRule: '#F0E5D2',
  sv: '#9A6602',
  svText: '#744C01',
  svFill: '#BB7F16',
  svSoft: '#F9D29E',
  svBand: 'rgba(176,118,12,.19)',
  good: '#0B7460',
  goodSoft: '#E2F4EF',
  bad: '#A3140C',
  badSoft: '#FCE9E6',
  sheetEdge: '0 1px 2px rgba(27,30,37,.05), 0 0 0 1px rgba(27,30,37,.05)',
  floatEdge: '0 8px 28px rgba(27,30,37,.16), 0 0 0 1px rgba(27,30,37,.08)',
}

const dark: Tokens = {
  page: '#0D0F13',
  sheet: '#16181D',
  float: '#23262D',
  raised: '#343841',
  hover: '#1D2026',
  track: '#1B1E24',
  ink: '#F0F1F3',
  ink2: '#B9BDC6',
  ink3: '#989DA8',
  rule: '#2A2D35',
  rule2: '#3D414B',
  inverse: '#F0F1F3',
  inverseText: '#16181D',
  ghost: '#767B86',
  cxLeaf: '#13172A',
  cxRule: '#262D4C',
  cx: '#8FA6FA',
  cxText: '#AABFFD',
  cxFill: '#7890F0',
  cxBand: 'rgba(143,166,250,.20)',
  svLeaf: '#1F1812',
  svRule: '#3B3022',
  sv: '#DDA347',
  svText: '#EDB568',
  svFill: '#CE9434',
  svSoft: '#664914',
  svBand: 'rgba(221,163,71,.20)',
  good: '#7CE0C8',
  goodSoft: '#12312B',
  bad: '#FA7F6F',
  badSoft: '#3A1814',
  sheetEdge: '0 0 0 1px rgba(255,255,255,.06)',
  floatEdge: '0 12px 32px rgba(0,0,0,.6), 0 0 0 1px rgba(255,255,255,.10)',
}

export const tokens = { light, dark }

/** `cxLeaf` is `--cx-leaf`, `ink2` is `--ink-2`. */
export const cssVariable = (token: string): `--${string}` =>
  `--${token.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replace(/(\d)$/, '-$1')}`
