// How the page that report_html() makes looks, on a screen and on paper.
#pragma once

namespace planmark {

inline constexpr const char* report_style = R"css(
:root{--ink:#1d1d1b;--soft:#55595c;--rule:#c9ccce}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:#fff}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .75rem}
h2{font-size:1.3rem;margin:2.5rem 0 .75rem;border-top:2px solid var(--ink);padding-top:.5rem}
h3{font-size:1.05rem;margin:0 0 .3rem}
.figure{margin:1.5rem 0 2rem}
figure{margin:.5rem 0;border:1px solid var(--rule);padding:.5rem}
figure svg{display:block;width:100%;height:auto}
.asked{margin:.2rem 0 .4rem}
.source{color:var(--soft);font-size:.85rem}
.draft{border:2px solid #b3261e;border-left-width:10px;padding:.6rem .8rem}
table{border-collapse:collapse}
.rows{width:100%;font-size:.9rem;margin:.5rem 0}
.rows th,.rows td{border-bottom:1px solid var(--rule);padding:.2rem .5rem;text-align:right;font-weight:400}
.rows th:first-child{text-align:left}
.rows thead th{font-weight:700}
@media(min-width:40rem){.rows:not(.names) td{white-space:nowrap}}
table+h3{margin-top:1.5rem}
.names td{text-align:left}
.missing{color:var(--soft)}
.wide{overflow-x:auto;margin:.75rem 0}
.heat{font-size:.75rem}
.heat caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
.heat td{width:1.5rem;height:1.5rem;text-align:center;border:1px solid #fff;font-weight:700}
.heat tbody th{text-align:left;font-weight:400;white-space:nowrap;padding-right:.6rem;position:sticky;left:0;background:#fff}
.heat thead th{vertical-align:bottom;padding:.2rem 0}
.heat thead a{writing-mode:vertical-rl;color:var(--ink)}
.yes{background:#0b5d5e;color:#fff}.some{background:#a9d5d0}.no{background:#e4e0d8}
.unread{background:#f2cc8f}.blank,.none{color:var(--soft);background:#f6f6f5}
summary{cursor:pointer}
.beside td{position:relative;z-index:0;width:35%}
.bar{position:absolute;z-index:-1;left:0;top:15%;height:70%;background:#a9d5d0}
blockquote{margin:.6rem 0;padding-left:.7rem;border-left:3px solid #0b5d5e}
.profiles{columns:18rem;padding-left:1.2rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
a:focus-visible,summary:focus-visible,.wide:focus-visible{outline:3px solid #0b5d5e;outline-offset:2px}
@media print{main{max-width:none;padding:0}.figure{break-inside:avoid}details{display:none}.wide{overflow:visible}}
)css";

}  // namespace planmark
