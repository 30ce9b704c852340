// Right of reply: a system's answers as one file, HTML or Word, its replies beside them, and then final.
#include <map>

#include "base/format.h"
#include "base/sha256.h"
#include "reports/drafts_text.h"
#include "reports/reply_pack.h"
#include "review/reply.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"
#include "workbench/templates.h"

namespace planmark {
namespace {

// The file is read away from here, where there is no style sheet to ask for.
constexpr const char* pack_style =
    "<style>body{font:16px/1.45 system-ui,sans-serif;max-width:50rem;margin:1rem auto;padding:0 1rem}"
    "article{border-top:1px solid #999;padding:.4rem 0}h3{margin:.3rem 0}q{display:block;margin:.2rem 0 "
    ".2rem 1rem}"
    "small{color:#444}</style></head>";

std::optional<std::int64_t> pack_of(const Visit& visit) {
  return number_of<std::int64_t>(visit.place("pack"));
}

// Only what stands goes out: no draft, no name of who decided.
Result<View> document_view(const Bench& bench, const Visit& visit, const RegisteredDocument& document) {
  const auto stands = standing_answers(visit.workspace, document.sha256);
  if (!stands) return tl::unexpected(stands.error());
  std::map<std::string, const Decision*> by_question;
  for (const Decision& decision : *stands) by_question[decision.question] = &decision;
  std::vector<View> rows;
  for (const Question& question : bench.rules.questions) {
    const auto found = by_question.find(question.id);
    if (found == by_question.end()) continue;
    const Decision& decision = *found->second;
    std::vector<View> quotes;
    for (const MarkedQuote& quote : decision.quotes)
      if (quote.verdict != Verdict::rejected)
        quotes.push_back(View{{"quote", quote.quote}, {"page", std::to_string(quote.page)}});
    View row{{"id", question.id},
             {"criterion", question.criterion},
             {"wording", question.wording},
             {"answer", answer_in(decision)}};
    rows.push_back(std::move(row.set("quotes", std::move(quotes))));
  }
  View view{{"heading", heading_of(document.identity, bench.systems)},
            {"file", document.file_names.front()},
            {"hash", document.sha256}};
  return view.set("answers", std::move(rows));
}

Result<std::vector<RegisteredDocument>> documents_of(const Bench& bench, const Visit& visit,
                                                     const std::string& system) {
  auto all = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!all) return tl::unexpected(all.error());
  std::erase_if(
      *all, [&](const RegisteredDocument& one) { return one.identity.system != system || !one.analyzed; });
  if (all->empty()) return failure(ProblemKind::not_found, "the workspace has no document of that system");
  return all;
}

Result<std::string> html_pack(const Bench& bench, const Visit& visit, const std::string& system,
                              const std::vector<RegisteredDocument>& documents) {
  std::vector<View> views;
  for (const RegisteredDocument& document : documents) {
    auto view = document_view(bench, visit, document);
    if (!view) return tl::unexpected(view.error());
    views.push_back(std::move(*view));
  }
  View view{{"system", system_name(bench.systems, system)}, {"at", visit.now}};
  std::string html = fragment_of("pack", view.set("documents", std::move(views)));
  if (const std::size_t head = html.find("</head>"); head != std::string::npos)
    html.replace(head, 7, pack_style);
  return html;
}

Result<std::string> word_pack(const Bench& bench, const Visit& visit,
                              const std::vector<RegisteredDocument>& documents) {
  std::vector<AnsweredDocument> answered;
  for (const RegisteredDocument& document : documents) {
    auto one = answered_document(visit.workspace, bench.rules, bench.systems, document);
    if (!one) return tl::unexpected(one.error());
    answered.push_back(std::move(*one));
  }
  return reply_pack_docx(answered, bench.rules, visit.now);
}

}  // namespace

Response reply_list_page(Bench& bench, const Visit& visit) {
  const auto sent = packs(visit.workspace);
  if (!sent) return problem_page(visit, sent.error());
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return problem_page(visit, documents.error());
  std::map<std::string, std::string> systems;
  for (const RegisteredDocument& document : *documents)
    if (!document.identity.system.empty())
      systems[document.identity.system] = system_name(bench.systems, document.identity.system);
  std::vector<View> choices, rows;
  for (const auto& [code, name] : systems) choices.push_back(View{{"code", code}, {"name", name}});
  for (const Pack& pack : *sent) {
    View row{{"system", system_name(bench.systems, pack.system)},
             {"at", pack.at},
             {"person", pack.person},
             {"hash", pack.sha256.substr(0, 16)}};
    std::vector<View> inside, said;
    for (const std::string& sha256 : pack.documents) {
      const auto identity = visit.workspace.identity(sha256);
      if (!identity) return problem_page(visit, identity.error());
      inside.push_back(View{{"document", sha256}, {"heading", heading_of(*identity, bench.systems)}});
      const auto written = replies(visit.workspace, sha256);
      if (!written) return problem_page(visit, written.error());
      for (const Reply& reply : *written)
        if (reply.pack == pack.number)
          said.push_back(View{{"question", reply.question},
                              {"writer", reply.writer},
                              {"text", reply.text},
                              {"reply_at", reply.at},
                              {"record", "/record/" + short_hash(sha256) + "/" + reply.question}});
    }
    row.set("number", pack.number).set("is_final", pack.is_final);
    rows.push_back(std::move(row.set("inside", std::move(inside)).set("replies", std::move(said))));
  }
  View view;
  view.set("systems", std::move(choices)).set("packs", std::move(rows));
  return page(visit, "replies", "Right of reply", view);
}

// Makes the file, records that it was sent, and hands it over to be saved.
Response send_pack(Bench& bench, const Visit& visit) {
  const std::string system(value_of(visit.form, "system"));
  const bool is_word = value_of(visit.form, "kind") == "word";
  const auto documents = documents_of(bench, visit, system);
  if (!documents) return problem_page(visit, documents.error());
  auto file = is_word ? word_pack(bench, visit, *documents) : html_pack(bench, visit, system, *documents);
  if (!file) return problem_page(visit, file.error());
  std::vector<std::string> hashes;
  for (const RegisteredDocument& document : *documents) hashes.push_back(document.sha256);
  const auto pack = record_pack(visit.workspace, system, hashes, sha256_hex(*file), visit.act());
  if (!pack) return problem_page(visit, pack.error());
  Response response;
  response.headers.emplace_back("Content-Disposition", format("attachment; filename=\"reply-pack-{}.{}\"",
                                                              pack->number, is_word ? "docx" : "html"));
  if (is_word) response.type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  response.body = std::move(*file);
  return response;
}

Response reply_form(Bench&, const Visit& visit) {
  const auto number = pack_of(visit);
  if (!number) return problem_page(visit, {ProblemKind::not_found, "there is no such pack", "", ""});
  Reply reply;
  reply.pack = *number;
  reply.sha256 = std::string(value_of(visit.form, "document"));
  reply.question = std::string(value_of(visit.form, "question"));
  reply.writer = std::string(value_of(visit.form, "writer"));
  reply.text = std::string(value_of(visit.form, "text"));
  reply.person = visit.person->name;
  reply.at = visit.now;
  const auto recorded = record_reply(visit.workspace, reply);
  return recorded ? redirect("/replies") : problem_page(visit, recorded.error());
}

Response finish_pack(Bench&, const Visit& visit) {
  const auto number = pack_of(visit);
  if (!number) return problem_page(visit, {ProblemKind::not_found, "there is no such pack", "", ""});
  const auto done =
      value_of(visit.form, "reopen") == "yes"
          ? reopen(visit.workspace, *number, std::string(value_of(visit.form, "why")), visit.act())
          : make_final(visit.workspace, *number, visit.act());
  return done ? redirect("/replies") : problem_page(visit, done.error());
}

}  // namespace planmark
