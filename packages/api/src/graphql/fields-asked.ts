import {
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** Whether any of these fields is asked anywhere inside the field that is being resolved. */
export function asksAnyOf(info: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  const inSet = (set: SelectionSetNode | undefined): boolean => set?.selections.some(inSelection) ?? false
  const inSelection = (node: SelectionNode): boolean => {
    if (!isIncluded(node, info)) return false
    if (node.kind === Kind.FIELD) return names.has(node.name.value) || inSet(node.selectionSet)
    return inSet(node.kind === Kind.FRAGMENT_SPREAD ? info.fragments[node.name.value]?.selectionSet : node.selectionSet)
  }
  return info.fieldNodes.some(({ selectionSet }) => inSet(selectionSet))
}

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues)
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues)
  return skip?.['if'] !== true && include?.['if'] !== false
}
