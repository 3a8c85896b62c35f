/**
 * How text stands in a frame of the kit, whatever the page hands down. For the frame and not for the host alone: a rule of the
 * page for every element reaches the host, and ends at the frame. The font's family is the page's.
 */
export const ownType: string = `
color: var(--_text);
-webkit-text-fill-color: currentcolor;
font-size: var(--_text-m);
font-style: normal;
font-variant-numeric: tabular-nums lining-nums;
font-weight: var(--_weight);
line-height: var(--_line);
letter-spacing: normal;
word-spacing: normal;
text-align: start;
text-indent: 0;
text-shadow: none;
text-transform: none;
white-space: normal;
word-break: normal;
cursor: auto;
`;
