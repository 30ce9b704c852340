#include "reports/profile_html.h"

#include "base/format.h"
#include "reports/figure.h"
#include "reports/html_text.h"
#include "reports/report_style.h"
#include "reports/standalone_page.h"

namespace planmark {
namespace {

using Standing = ShownAnswer::Standing;

constexpr const char* profile_style = R"css(
article{border-top:1px solid var(--rule);padding:.6rem 0;break-inside:avoid}
article h4{margin:0 0 .2rem;font-size:1rem}
.answer{margin:.2rem 0}
.mark{font-size:.8rem;border:1px solid currentColor;border-radius:3px;padding:0 .35rem;margin-left:.4rem}
.mark.draft{color:#b3261e;border-style:dashed;border-width:1px}
blockquote{margin:.4rem 0 .4rem 1rem;padding-left:.7rem;border-left:3px solid #0b5d5e}
.against blockquote{border-left-color:var(--rule);color:var(--soft)}
blockquote cite{display:block;font-style:normal;font-size:.85rem;color:var(--soft)}
)css";

std::string date_of(const std::string& time) { return time.substr(0, 10); }

std::string mark_of(const ShownAnswer& answer) {
  const bool is_draft = answer.standing == Standing::draft;
  std::string words = words_of(answer.standing);
  if (!answer.person.empty()) words += format(" by {}, {}", answer.person, date_of(answer.at));
  return format("<span class=\"mark{}\">{}</span>", is_draft ? " draft" : "", html_of(words));
}

std::string quote_html(const AnsweredDocument& document, const AnswerQuote& quote) {
  const std::string address = page_address(document, quote.page);
  const std::string page = format("page {}", quote.page);
  const std::string place = address.empty() ? page : format("<a href=\"{}\">{}</a>", html_of(address), page);
  const std::string note = quote.note.empty() ? std::string() : format(" · {}", html_of(quote.note));
  return format("<blockquote>{}<cite>{}{}</cite></blockquote>\n", html_of(quote.text), place, note);
}

std::string quotes_html(const AnsweredDocument& document, const ShownAnswer& answer) {
  std::string quotes, against;
  for (const AnswerQuote& quote : answer.quotes)
    (quote.against ? against : quotes) += quote_html(document, quote);
  if (against.empty()) return quotes;
  return quotes +
         format("<details class=\"against\"><summary>What speaks against it</summary>\n{}</details>\n",
                against);
}

std::string answer_html(const AnsweredDocument& document, const ShownAnswer& answer,
                        const Question& question) {
  const bool has_answer = answer.standing == Standing::confirmed || answer.standing == Standing::draft;
  std::string html = format("<article><h4>{}. {}</h4>\n<p class=\"answer\">{}{}</p>\n", html_of(question.id),
                            html_of(question.wording),
                            has_answer ? format("<strong>{}</strong>", html_of(answer.text)) : std::string(),
                            mark_of(answer));
  if (!answer.comment.empty()) html += format("<p>{}</p>\n", html_of(answer.comment));
  if (!answer.because.empty())
    html += format("<p class=\"source\">The program: {}</p>\n", html_of(answer.because));
  return html + quotes_html(document, answer) + "</article>\n";
}

std::string count_line(const AnsweredDocument& document) {
  std::size_t confirmed = 0, drafts = 0, cannot_tell = 0, unreadable = 0, blank = 0;
  for (const ShownAnswer& answer : document.answers) {
    confirmed += answer.standing == Standing::confirmed;
    drafts += answer.standing == Standing::draft;
    cannot_tell += answer.standing == Standing::cannot_tell;
    unreadable += answer.standing == Standing::unreadable;
    blank += answer.standing == Standing::blank;
  }
  return format(
      "Of {} questions: {} confirmed, {} drafts that nobody has confirmed, {} cannot tell, {} not readable, "
      "{} "
      "not answered.",
      document.answers.size(), confirmed, drafts, cannot_tell, unreadable, blank);
}

std::string heading_of(const AnsweredDocument& document) {
  const std::string kind = document.part == "plan" ? "Joint forward plan" : "";
  const std::string part = document.part == "strategy" ? "Strategy" : document.part;
  return format("{} of {}", kind.empty() ? part : kind, document.edition);
}

std::string document_html(const AnsweredDocument& document, const RuleBook& rules) {
  std::string html =
      format("<h2>{}</h2>\n<p>{}<br><span class=\"source\">{}, {} pages, SHA-256 {}</span></p>\n",
             html_of(heading_of(document)), html_of(document.title), html_of(document.file),
             document.document.pages.size(), html_of(document.sha256));
  html += format("<p>{}</p>\n", count_line(document));
  std::string criterion;
  for (const ShownAnswer& answer : document.answers) {
    const Question* question = rules.find_question(answer.question);
    if (question == nullptr) continue;
    if (question->criterion != criterion) {
      criterion = question->criterion;
      html += format("<h3>{}</h3>\n", html_of(criterion));
    }
    html += answer_html(document, answer, *question);
  }
  return html;
}

bool has_drafts(std::span<const AnsweredDocument> documents) {
  for (const AnsweredDocument& document : documents)
    for (const ShownAnswer& answer : document.answers)
      if (answer.standing == Standing::draft) return true;
  return false;
}

constexpr const char* draft_banner =
    "<p class=\"draft\"><strong>Holds drafts.</strong> What is marked as a draft was proposed by the "
    "program. No "
    "person has confirmed it, and it must not be published as a finding.</p>\n";

}  // namespace

std::string profile_html(std::span<const AnsweredDocument> documents, const RuleBook& rules,
                         const std::string& made_by) {
  const std::string& system = documents.front().system;
  std::string html;
  if (has_drafts(documents)) html += draft_banner;
  html += "<p><a href=\"../report.html\">All systems</a></p>\n";
  for (const AnsweredDocument& document : documents) html += document_html(document, rules);
  html += format("<p class=\"source\">{}</p>\n", html_of(made_by));
  return standalone_page(
      {.title = system + ": profile", .heading = system, .style = report_style, .more_style = profile_style},
      html);
}

std::string profile_path(const AnsweredDocument& document) {
  return "profiles/" + file_stem(document) + ".html";
}

std::vector<ReportFile> profile_files(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                      const std::string& made_by) {
  std::vector<ReportFile> files;
  for (std::size_t first = 0; first < documents.size();) {
    std::size_t last = first + 1;
    while (last < documents.size() && documents[last].system == documents[first].system) ++last;
    const std::span<const AnsweredDocument> own(documents.data() + first, last - first);
    files.push_back({profile_path(own.front()), profile_html(own, rules, made_by)});
    first = last;
  }
  return files;
}

}  // namespace planmark
