// Families kept whole: names that a template puts together ("bg-{{ tone }}-lt"), names that a script sets,
// and the components every page is made of, so that a page being written looks right before the next build.
const tones = "primary|secondary|success|warning|danger|info|muted|blue|azure|red|orange|yellow|green|teal|cyan|dark|light";

export const kept = {
  standard: [
    new RegExp(`^(bg|text|btn|btn-outline|btn-ghost|alert|table|border|progress-bar|status|list-group-item)-(${tones})(-lt|-fg)?$`),
    new RegExp(`^(alert|badge|btn|status-dot|spinner-border|is-invalid|is-valid|invalid-feedback|valid-feedback)$`),
    /^(show|showing|hiding|fade|collapse|collapsing|collapsed|active|disabled|was-validated)$/,
    /^(modal|offcanvas|tooltip|popover|dropdown)/,
    /^(bs-tooltip|bs-popover)-/,
    /^htmx-/,
    /^(page|nav|card|table|form-(control|select|check|label|hint|floating)|breadcrumb|pagination|datagrid|timeline|empty|progress)(-|$)/,
    /^(row|col|g|gx|gy|m|mt|mb|ms|me|mx|my|p|pt|pb|ps|pe|px|py|w|h|d|order|offset|gap)(-(xs|sm|md|lg|xl|xxl))?(-(auto|none|flex|block|inline|grid|\d+))?$/,
  ],
  greedy: [/data-bs-popper/, /data-popper-placement/],
};
