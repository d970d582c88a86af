import { chartThemes, type ThemeName } from '../charts/chart-theme.js';
import { darkDrawings } from './dark-drawings.js';
import { shadeRules } from './shades.js';

/** The theme of a page; 'auto' is what the reader's system asks for. Paper is always light. */
export type SheetTheme = ThemeName | 'auto';

/** The colours of a theme as variables. Links have a contrast of 4.5 : 1 or more, as texts have. */
function colours(theme: ThemeName): string {
  const { background, text, muted, grid, rule, loss } = chartThemes[theme];
  const own = theme === 'light' ? { panel: '#f6f8fa', link: '#005a8d' } : { panel: '#1e2227', link: '#7cc4ee' };
  const all = { background, text, muted, grid, rule, mark: loss, ...own };
  return `:root{color-scheme:${theme};${Object.entries(all)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')}}${shadeRules(theme)}`;
}

/** The style sheet of a page. */
export function pageStyle(theme: SheetTheme): string {
  const dark = `${colours('dark')}${darkDrawings()}`;
  const media = theme === 'auto' ? 'screen and (prefers-color-scheme:dark)' : 'screen';
  return `${BASE}${colours('light')}${theme === 'light' ? '' : `@media ${media}{${dark}}`}${NARROW_SCREEN}${PRINT}`;
}

const BASE = [
  '*{box-sizing:border-box}',
  'body{margin:0;background:var(--background);color:var(--text);font:15px/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;-webkit-text-size-adjust:100%}',
  'header,main,footer{max-width:1184px;margin:0 auto;padding:0 32px}',
  'header{padding-top:32px}footer{padding-top:16px;padding-bottom:40px;color:var(--muted);font-size:13px}',
  'h1{font-size:27px;line-height:1.2;margin:0 0 6px;overflow-wrap:anywhere}',
  'h2{font-size:19px;line-height:1.3;margin:0 0 14px;padding-top:18px;border-top:2px solid var(--grid)}',
  'h3{font-size:15px;margin:24px 0 8px}',
  'section{margin:34px 0 0}p{margin:0 0 12px}a{color:var(--link)}',
  'p,li,dd,td,th,figcaption,caption{overflow-wrap:anywhere}',
  '.lead{color:var(--muted);margin-bottom:14px}',
  '.skip{position:absolute;left:8px;top:-60px;background:var(--background);padding:8px 12px;z-index:1}.skip:focus{top:8px}',
  ':focus-visible{outline:3px solid var(--link);outline-offset:2px}main:focus{outline:none}',
  'nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 18px}nav a{display:inline-block;padding:3px 0}',
  '.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:0 0 16px}',
  '.cards div{background:var(--panel);border-radius:6px;padding:12px 14px}',
  '.cards dt{color:var(--muted);font-size:13px}.cards dd{margin:0;font-size:23px;line-height:1.25;font-variant-numeric:tabular-nums}',
  '.cards dd+dd{font-size:13px;line-height:1.4;color:var(--muted);margin-top:2px}',
  '.warnings{border-left:5px solid var(--mark);background:var(--panel);padding:12px 16px 12px 14px;margin:0 0 16px;border-radius:0 6px 6px 0}',
  '.warnings ul,.notes,.plain{margin:0;padding-left:20px}.warnings h3{margin-top:0}.warnings li+li,.plain li+li{margin-top:4px}',
  '.notes{color:var(--muted);font-size:13px;margin:8px 0 18px}.gap{color:var(--muted)}',
  '.scroll{overflow-x:auto;margin:0 0 8px}',
  'table{min-width:min(100%,330px);border-collapse:collapse;font-size:13.5px;line-height:1.35;font-variant-numeric:tabular-nums}',
  'caption{text-align:left;font-weight:700;padding:0 0 6px;font-size:15px}',
  'caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 28px)}',
  'th,td{padding:4px 10px;text-align:right;border-bottom:1px solid var(--grid);overflow-wrap:normal}td{white-space:nowrap}',
  'thead th{color:var(--muted);font-weight:400;vertical-align:bottom;border-bottom-color:var(--rule);max-width:190px}',
  'th[scope=row]{font-weight:400}.l{text-align:left}th:first-child,td:first-child{padding-left:2px}',
  '.prose td,.prose th{white-space:normal;vertical-align:top;min-width:84px}.prose td:nth-last-child(-n+2){white-space:nowrap}.digest{overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:12.5px}',
  '.year th,.year td{padding:3px 6px;font-size:12.5px;border-color:var(--background)}.year td:last-child{font-weight:700}',
  '.lead-pair{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:8px 48px;align-items:start}.lead-pair>*{min-width:0}.year{width:100%}',
  '.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:8px 32px;align-items:start}.pair>*{min-width:0}',
  '.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:22px 14px;margin:0 0 20px}',
  'figure{margin:0;min-width:0}figure.full,.figures>.gap{grid-column:1/-1}svg{display:block;width:100%;height:auto}.narrow{display:none}',
  'figcaption{margin:0 0 6px}figcaption b{display:block;line-height:1.3}figcaption span{display:block;color:var(--muted);font-size:12.5px;line-height:1.4}',
  '.figures figure:not(.full) svg{max-width:440px}',
  '.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 18px;margin:0 0 16px}.facts dt{color:var(--muted)}.facts dd{margin:0}',
].join('');

const NARROW_SCREEN = [
  '@media screen and (max-width:760px){header,main,footer{padding-left:14px;padding-right:14px}',
  'h1{font-size:23px}.wide{display:none}.lead-pair{grid-template-columns:minmax(0,1fr)}.narrow{display:block}.facts{grid-template-columns:minmax(0,1fr)}.facts dd{margin-bottom:8px}',
  '.year tr>:first-child{position:sticky;left:0;background:var(--background)}.cards{grid-template-columns:repeat(auto-fit,minmax(136px,1fr))}.cards dd{font-size:20px}}',
].join('');

const PRINT = [
  '@page{margin:14mm}',
  '@media print{body{font-size:10.5pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}header{padding-top:0}nav,.skip,.wide{display:none}.narrow{display:block}.lead-pair{grid-template-columns:minmax(0,1fr)}',
  'figure,tr,.cards div,.warnings{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}section{margin-top:18pt}',
  'table{font-size:8.5pt}.year th,.year td{padding:2px 3px;font-size:7pt}.scroll{overflow:visible}a{color:inherit;text-decoration:none}',
  '*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}',
].join('');
