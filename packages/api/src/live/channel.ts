/** Where loads say which figures they change: the fact, a space and the brand. */
export const FIGURES_CHANNEL = 'tweeluik_figures'
