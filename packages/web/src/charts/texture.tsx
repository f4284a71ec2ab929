/** How a part of a chart is filled besides its hue, so that parts are told apart in grey and by the colour blind. */
export type Texture = 'solid' | 'lines' | 'dots' | 'rows'

/** One part of a chart; `hue` is a colour of CSS. */
export type Part = { id: string; hue: string; texture: Texture }

/** The textures of one chart, for its marks and its legend. `prefix` keeps charts of a page apart. */
export function Textures({ prefix, parts }: { prefix: string; parts: readonly Part[] }) {
  return (
    <svg width={0} height={0} style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        {parts.map(({ id, hue, texture }) =>
          texture === 'solid' ? null : (
            <pattern
              key={id}
              id={`${prefix}-${id}`}
              width={5}
              height={5}
              patternUnits="userSpaceOnUse"
              {...(texture === 'lines' && { patternTransform: 'rotate(45)' })}
            >
              <rect width={5} height={5} fill={hue} opacity={0.16} />
              {texture === 'lines' && <path d="M1.25 0V5" stroke={hue} strokeWidth={2.5} />}
              {texture === 'rows' && <path d="M0 2.5H5" stroke={hue} strokeWidth={1} />}
              {texture === 'dots' && <circle cx={2.5} cy={2.5} r={1} fill={hue} />}
            </pattern>
          ),
        )}
      </defs>
    </svg>
  )
}

export const fillOf = (prefix: string, { id, hue, texture }: Part): string =>
  texture === 'solid' ? hue : `url(#${prefix}-${id})`

/** A part as a legend shows it. */
export function Swatch({ prefix, part }: { prefix: string; part: Part }) {
  return (
    <svg width={16} height={12} aria-hidden="true">
      <rect x={0.5} y={0.5} width={15} height={11} rx={2} fill={fillOf(prefix, part)} stroke={part.hue} />
    </svg>
  )
}
