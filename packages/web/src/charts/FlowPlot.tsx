import { Sankey, type SankeyCustomLayer } from '@nivo/sankey'
import { createContext, useContext, useMemo } from 'react'
import type { FlowNode, FlowWay } from './Flow.tsx'

const OnWay = createContext<((way: FlowWay) => void) | undefined>(undefined)

type Layer = SankeyCustomLayer<FlowNode, FlowWay>

type Props = {
  nodes: readonly FlowNode[]
  ways: readonly FlowWay[]
  width: number
  height: number
  onWay?: (way: FlowWay) => void
}

/** The flow without its words beside it: nivo finds the places, the layers are ours. */
export default function FlowPlot({ nodes, ways, width, height, onWay }: Props) {
  // nivo writes its places into what it is given.
  const data = useMemo(
    () => ({ nodes: nodes.map(node => ({ ...node })), links: ways.map(way => ({ ...way })) }),
    [nodes, ways],
  )
  return (
    <OnWay value={onWay}>
      <Sankey
        data={data}
        width={width}
        height={height}
        margin={{ top: 14, bottom: 14 }}
        align="justify"
        sort="auto"
        nodeThickness={8}
        nodeSpacing={26}
        layers={layers}
        animate={false}
        isInteractive={false}
        renderWrapper
        role="presentation"
      />
    </OnWay>
  )
}

/** What leads to service is ruled as well as ochre, so that the two are told apart in grey. */
const Ruled: Layer = () => (
  <defs>
    <pattern id="flow-ruled" width={5} height={5} patternUnits="userSpaceOnUse">
      <rect width={5} height={5} fill="var(--sv-fill)" opacity={0.24} />
      <path d="M0 2.5H5" stroke="var(--sv-fill)" strokeWidth={1} opacity={0.45} />
    </pattern>
  </defs>
)

const Ways: Layer = ({ links }) => {
  const onWay = useContext(OnWay)
  return links.map(({ source, target, value, pos0, pos1, thickness }) => {
    const middle = (source.x1 + target.x0) / 2
    const open = onWay && {
      onClick: () => onWay({ source: source.id, target: target.id, value }),
      cursor: 'pointer',
      pointerEvents: 'stroke' as const,
    }
    return (
      <path
        {...open}
        key={`${source.id} ${target.id}`}
        d={`M${source.x1},${pos0}C${middle},${pos0} ${middle},${pos1} ${target.x0},${pos1}`}
        fill="none"
        {...(target.lens === 'sv' ? { stroke: 'url(#flow-ruled)' } : { stroke: 'var(--cx-fill)', strokeOpacity: 0.32 })}
        strokeWidth={Math.max(1, thickness)}
      />
    )
  })
}

const Points: Layer = ({ nodes }) =>
  nodes.map(({ id, lens, x, y, width, height }) => (
    <rect key={id} x={x} y={y} width={width} height={Math.max(1, height)} rx={2} fill={`var(--${lens}-fill)`} />
  ))

/** Above its point, or it would be read as part of a band. The last column has its words at the left. */
const Names: Layer = ({ nodes, width }) =>
  nodes.map(({ id, lens, name, x0, x1, y0 }) => {
    const isLast = x1 > width - 120
    return (
      <text
        key={id}
        x={isLast ? x1 : x0}
        y={y0 - 5}
        textAnchor={isLast ? 'end' : 'start'}
        fill={`var(--${lens}-text)`}
        stroke="var(--sheet)"
        strokeWidth={3}
        paintOrder="stroke"
        fontSize={12}
      >
        {name}
      </text>
    )
  })

/** Back to front. */
const layers = [Ruled, Ways, Points, Names]
