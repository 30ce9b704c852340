// How the page that page_html() makes looks.
#pragma once

namespace planmark {

inline constexpr const char* page_html_style = R"css(
:root{--ink:#1d1d1b;--soft:#55595c;--rule:#c9ccce}
*{box-sizing:border-box}
body{margin:0;padding:1rem;font:16px/1.45 system-ui,sans-serif;color:var(--ink);background:#f3f4f4}
h1{font-size:1.15rem;margin:0;overflow-wrap:anywhere}
h2{font-size:1rem;margin:.2rem 0 .5rem}
p{margin:.2rem 0}
.facts{color:var(--soft)}
.warning{border-left:6px solid #b3261e;background:#fff;padding:.5rem .75rem;margin:.6rem 0}
.both{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start;margin-top:.75rem}
.page{position:relative;flex:2 1 30rem;min-width:0;max-width:60rem;background:#fff;outline:1px solid var(--rule)}
.page img{display:block;width:100%;height:auto}
.blank{display:block;width:100%}
.side{flex:1 1 20rem;min-width:0}
.box{position:absolute;display:block;border:2px solid var(--k);text-decoration:none;color:#fff}
.box:hover,.box:focus,.box:target{background:color-mix(in srgb,var(--k) 18%,transparent);outline:3px solid var(--k);z-index:5}
.box>b{position:absolute;left:-2px;top:-2px;transform:translate(-100%,0);background:var(--k);font:700 11px/1 system-ui,sans-serif;padding:2px 3px;border-radius:3px;white-space:nowrap}
.tip{display:none;position:absolute;left:0;top:100%;width:max-content;max-width:min(20rem,70vw);background:#1d1d1b;color:#fff;font-size:13px;line-height:1.35;padding:.35rem .5rem;z-index:9;border-radius:3px}
.box:hover .tip,.box:focus .tip{display:block}
.cell{position:absolute;border:1px dashed var(--k);pointer-events:none}
.cell.head{border-width:2px}
ol,ul{list-style:none;margin:0;padding:0}
.blocks li{background:#fff;border:1px solid var(--rule);border-left:6px solid var(--k);padding:.4rem .6rem;margin-bottom:.4rem;overflow-wrap:anywhere}
.blocks li:target{outline:3px solid var(--k)}
.blocks a{color:var(--ink);font-weight:700}
.path{color:var(--soft);font-size:.85rem}
.legend{display:flex;flex-wrap:wrap;gap:.3rem .9rem;margin-top:.5rem}
.legend i{display:inline-block;width:1.6rem;height:1rem;border:2px solid var(--k);vertical-align:-2px;margin-right:.35rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
td,th{border:1px dashed var(--k);padding:.15rem .35rem;text-align:left;vertical-align:top}
a:focus-visible{outline:3px solid #1d1d1b;outline-offset:1px}
.heading{--k:#b3261e}.paragraph{--k:#1f5fa8}.list-item{--k:#2b7a3d;--l:dashed}.table-row{--k:#8a5a00;--l:double}
.caption{--k:#0b7285;--l:dotted}.quote{--k:#86259e;--l:dotted}.contents{--k:#4a4fb5;--l:dashed}
.footnote{--k:#6b4b3e;--l:dotted}.furniture{--k:#6c7276;--l:dashed}.glossary{--k:#0f766e;--l:double}
.reference{--k:#7a1f4d;--l:double}
.box,.legend i{border-style:var(--l,solid)}
.box[class~="table-row"],.box[class~="glossary"],.box[class~="reference"]{border-width:3px}
@media(max-width:40rem){body{padding:.5rem}.box>b{font-size:9px;padding:1px 2px}}
)css";

}  // namespace planmark
