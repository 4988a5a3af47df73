/** Below this there is no room for a panel beside the page. The style sheet has the same numbers. */
export const fullScreenQuery = '(max-width: 479px), (max-height: 419px)'
