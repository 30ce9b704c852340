#include "reports/comparison_html.h"

#include <algorithm>

#include "base/format.h"
#include "reports/html_text.h"
#include "reports/standalone_page.h"

namespace planmark {

const char* const comparison_style = R"css(
.compared{--ink:#1d1d1b;--soft:#55595c;--rule:#c9ccce;--went:#9c1c13;--came:#0b5d3b}
.compared .facts{color:var(--soft);margin:.2rem 0}
.compared .verdict{border-left:6px solid #8a5a00;padding:.4rem .75rem;margin:.75rem 0}
.compared fieldset{border:1px solid var(--rule);margin:1rem 0;padding:.4rem .75rem;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
.compared .change{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem;border-top:1px solid var(--rule);padding:.6rem 0}
.compared .change header{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.9rem;color:var(--soft)}
.compared .change header b{color:var(--ink)}
.compared .change p{margin:.25rem 0;overflow-wrap:anywhere;white-space:pre-line}
.compared .none{color:var(--soft)}
.compared del{color:var(--went);background:#fbe3e1;text-decoration:line-through}
.compared ins{color:var(--came);background:#dff3e8;text-decoration:underline}
.compared table{border-collapse:collapse;width:100%;font-size:.95rem}
.compared th,.compared td{border-bottom:1px solid var(--rule);padding:.3rem .5rem;text-align:left;vertical-align:top;font-weight:400}
.compared thead th{font-weight:700}
.compared td:last-child{min-width:15rem}
.compared:not(:has(#show-same:checked)) .same{display:none}
.compared:has(#only-questions:checked) .aside{display:none}
.compared:has(#only-changed:checked) .stood{display:none}
@media(max-width:40rem){.compared .change{grid-template-columns:1fr}.compared table{table-layout:fixed}.compared th,.compared td{padding:.2rem .25rem;font-size:.75rem;overflow-wrap:break-word;hyphens:auto}.compared td:last-child{min-width:0}}
@media print{.compared fieldset{display:none}}
)css";

namespace {

constexpr const char* page_style = R"css(
*{box-sizing:border-box}
body{margin:0;font:16px/1.45 system-ui,sans-serif;color:#1d1d1b;background:#fff}
main{max-width:76rem;margin:0 auto;padding:1.25rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.2;margin:0 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2rem 0 .5rem;border-top:2px solid #1d1d1b;padding-top:.4rem}
a:focus-visible,input:focus-visible{outline:3px solid #0b5d5e;outline-offset:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
)css";

class Body {
 public:
  Body(const EditionComparison& of, const PageAddress& address) : of_(of), address_(address) {}

  std::string change(std::size_t index) const {
    const PassageChange& change = of_.comparison.changes[index];
    std::string html =
        format("<section class=\"change{}{}\">\n<header><b>{}</b>", change.of_content() ? "" : " same",
               of_.questions[index].empty() ? " aside" : "", kind_words(change));
    html += pages(of_.before, of_.comparison.before, change.before, "before");
    html += pages(of_.after, of_.comparison.after, change.after, "after");
    if (!of_.questions[index].empty())
      html += format("<span>bears on {}</span>", html_of(joined(of_.questions[index], ", ")));
    html += "</header>\n";
    html += side(of_.before.document, of_.comparison.before, change.before, change.words_before, "del");
    html += side(of_.after.document, of_.comparison.after, change.after, change.words_after, "ins");
    return html + "</section>\n";
  }

  std::string answer(const AnswerChange& answer) const {
    std::vector<std::string> causes;
    for (const Cause cause : answer.causes) causes.emplace_back(name_of(cause));
    std::string evidence;
    for (const EvidenceMove& move : answer.evidence) evidence += quote(move);
    return format("<tr{}><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                  answer.changed() ? "" : " class=\"stood\"", html_of(answer.question),
                  html_of(answer.before), html_of(answer.after), joined(causes, ", "),
                  evidence.empty() ? evidence
                                   : format("<details><summary>{}</summary>{}</details>",
                                            evidence_line(answer), evidence));
  }

 private:
  static std::string kind_words(const PassageChange& change) {
    std::string words = name_of(change.kind);
    if (change.moved && change.kind != ChangeKind::moved) words += " and moved";
    return change.heading ? words + " (heading)" : words;
  }

  std::string page_link(const ComparedEdition& edition, std::uint32_t page, const char* edition_word) const {
    return format("<a href=\"{}\">page {}<span class=\"unseen\"> {}</span></a>",
                  html_of(address_(edition.registered, page)), page + 1, edition_word);
  }

  std::string pages(const ComparedEdition& edition, const PassageList& list,
                    const std::vector<std::uint32_t>& passages, const char* edition_word) const {
    std::vector<std::string> links;
    for (const std::uint32_t p : passages) {
      std::string link =
          page_link(edition, page_at(edition.document, list.passages[p].span.begin), edition_word);
      if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(std::move(link));
    }
    return links.empty() ? "" : format("<span>{}: {}</span>", edition_word, joined(links, ", "));
  }

  static std::string side(const Document& document, const PassageList& list,
                          const std::vector<std::uint32_t>& passages, const std::vector<Span>& changed,
                          const char* tag) {
    std::string html = "<div>";
    for (const std::uint32_t p : passages) {
      html += "<p>";
      for (const MarkedPiece& piece : marked_pieces(document, list.passages[p].span, changed))
        html += piece.changed ? format("<{0}>{1}</{0}>", tag, html_of(piece.text)) : html_of(piece.text);
      html += "</p>";
    }
    if (passages.empty()) html += "<p class=\"none\">–</p>";
    return html + "</div>\n";
  }

  std::string quote(const EvidenceMove& move) const {
    const bool later = move.before.empty();
    const ComparedEdition& edition = later ? of_.after : of_.before;
    const Span span = later ? move.after : move.before;
    std::string html =
        format("<p><b>{}</b> “{}” ({}", name_of(move.kind), html_of(slice(edition.document.text, span)),
               page_link(edition, page_at(edition.document, span.begin), later ? "after" : "before"));
    if (!later && !move.after.empty())
      html += " → " + page_link(of_.after, page_at(of_.after.document, move.after.begin), "after");
    return html + ")</p>";
  }

  const EditionComparison& of_;
  const PageAddress& address_;
};

std::string tick(const char* id, const char* words, bool ticked) {
  return format("<label><input type=\"checkbox\" id=\"{}\"{}> {}</label>\n", id, ticked ? " checked" : "",
                words);
}

std::string answers_html(const EditionComparison& compared, const Body& body) {
  if (compared.answers.empty()) return "";
  const auto changed = std::count_if(compared.answers.begin(), compared.answers.end(),
                                     [](const AnswerChange& answer) { return answer.changed(); });
  std::string html = format(
      "<h2>Answers</h2>\n<p class=\"facts\">{} of {} answers changed. Answers are drafts but where a "
      "person has decided.</p>\n<fieldset><legend>Show</legend>\n",
      changed, compared.answers.size());
  html += tick("only-changed", "only answers that changed", true) + "</fieldset>\n";
  html +=
      "<table><thead><tr><th scope=\"col\">Question</th><th scope=\"col\">Before</th><th "
      "scope=\"col\">After</th>"
      "<th scope=\"col\">Because of</th><th scope=\"col\">Evidence</th></tr></thead><tbody>\n";
  for (const AnswerChange& answer : compared.answers) html += body.answer(answer);
  return html + "</tbody></table>\n";
}

std::string verdict_html(const EditionComparison& compared) {
  if (compared.comparable.verdict == Comparability::comparable) return "";
  return format("<p class=\"verdict\"><strong>These editions are {}.</strong> {}</p>\n",
                name_of(compared.comparable.verdict), html_of(comparable_line(compared)));
}

// A file name as the last step of an address.
std::string address_of(const std::string& file) {
  std::string address = "./";
  for (const char c : file) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    address += plain ? std::string(1, c) : format("%{:02X}", static_cast<unsigned char>(c));
  }
  return address;
}

std::string published_page(const RegisteredDocument& document, std::uint32_t page) {
  const std::string& url = document.identity.url;
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  const std::string file = document.file_names.empty() ? document.sha256 : document.file_names.front();
  return format("{}#page={}", is_web ? url : address_of(file), page + 1);
}

}  // namespace

std::string comparison_body(const EditionComparison& compared, const Register& systems, ChangesShown shown,
                            const PageAddress& page_address) {
  const Body body(compared, page_address);
  std::string html = "<div class=\"compared\">\n";
  html += format("<p class=\"facts\">Before: {}<br>After: {}</p>\n",
                 html_of(edition_line(compared.before.registered, systems)),
                 html_of(edition_line(compared.after.registered, systems)));
  html += verdict_html(compared);
  html += format("<p><strong>{}</strong></p>\n", html_of(counts_line(compared.comparison)));
  html += answers_html(compared, body);
  html += "<h2>Text</h2>\n<fieldset><legend>Show</legend>\n";
  html +=
      tick("only-questions", "only what bears on a question", shown == ChangesShown::bearing_on_questions);
  html += tick("show-same", "also what was kept or moved", false) + "</fieldset>\n";
  for (std::size_t i = 0; i < compared.comparison.changes.size(); ++i)
    if (!compared.comparison.changes[i].heading || !compared.comparison.changes[i].of_content())
      html += body.change(i);
  return html + "</div>\n";
}

std::string comparison_html(const EditionComparison& compared, const Register& systems, ChangesShown shown) {
  return standalone_page({.title = "What changed: " + edition_line(compared.after.registered, systems),
                          .style = page_style,
                          .more_style = comparison_style},
                         comparison_body(compared, systems, shown, published_page));
}

}  // namespace planmark
