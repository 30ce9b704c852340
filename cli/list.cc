#include <algorithm>

#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "cli/table.h"
#include "reports/documents_jsonl.h"
#include "reports/drafts_text.h"
#include "reports/lead_disagreement.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

std::string or_unknown(const std::string& text) { return text.empty() ? "?" : printable(text); }

std::string state_of(const RegisteredDocument& document, std::size_t drafts) {
  if (document.refusal) return format("left out: {}", name_of(document.refusal->kind));
  if (!document.extracted) return "to be read";
  if (!document.analyzed) return "to be drafted";
  return drafts == 0 ? "read" : format("{} drafts", drafts);
}

// Documents that share their first file name are told apart by the beginning of their hash.
std::string name_in(const std::vector<RegisteredDocument>& documents, const RegisteredDocument& document) {
  const std::string& name = document.file_names.front();
  const auto same = std::count_if(documents.begin(), documents.end(), [&](const RegisteredDocument& other) {
    return other.file_names.front() == name;
  });
  return same == 1 ? printable(name) : format("{} {}", document.sha256.substr(0, 8), printable(name));
}

// "other: needs assessment".
std::string part_of(const RegisteredDocument& document) {
  const std::string kind = kind_of(document.identity_evidence);
  return or_unknown(document.identity.part) + (kind.empty() ? "" : ": " + printable(kind));
}

std::string number(std::uint32_t count) { return count == 0 ? "" : std::to_string(count); }

}  // namespace

Status list_command(const CommonOptions& common, const ListOptions& options, const Console& console) {
  auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  auto documents = open->workspace.documents(open->knowledge.extraction, open->knowledge.analysis);
  if (!documents) return console.fail(documents.error());
  const auto answers = open->workspace.load_answers();
  if (!answers) return console.fail(answers.error());
  std::vector<std::vector<std::string>> rows;
  for (const RegisteredDocument& document : *documents) {
    const auto own =
        std::ranges::equal_range(*answers, document.sha256, {}, &Workspace::StoredAnswer::sha256);
    const std::size_t drafts = own.size();
    if (options.json) console.print(document_json(document, drafts) + "\n");
    const Identity& identity = document.identity;
    rows.push_back({name_in(*documents, document),
                    or_unknown(system_name(open->knowledge.systems, identity.system)), part_of(document),
                    or_unknown(identity.edition), number(document.pages), number(document.unreadable_pages),
                    state_of(document, drafts)});
  }
  if (options.json) return Status::done;
  console.print(table({{.head = "FILE", .at_least = 24},
                       {.head = "SYSTEM", .at_least = 12},
                       {.head = "PART", .at_least = 8},
                       {.head = "YEAR"},
                       {.head = "PAGES", .numbers = true},
                       {.head = "UNREAD", .numbers = true},
                       {.head = "STATE", .at_least = 9}},
                      rows, table_width(console.out)));
  // For people: another program reads rows alone.
  if (console.out.interactive) {
    auto disagreements = lead_disagreements(open->workspace, *answers, *documents, open->knowledge.systems);
    if (!disagreements) return console.fail(disagreements.error());
    if (const std::string text = disagreements_text(*disagreements, console.out.width); !text.empty())
      console.print("\n" + text);
  }
  if (rows.empty()) console.print("The workspace holds no documents yet: planmark run PATH reads some.\n");
  return Status::done;
}

}  // namespace planmark
