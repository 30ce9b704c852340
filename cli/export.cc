#include "base/file.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "reports/document_drafts.h"
#include "reports/drafts_jsonl.h"

namespace planmark {
namespace {

Result<std::string> all_drafts(const OpenWorkspace& open) {
  auto documents = open.workspace.documents(open.knowledge.extraction, open.knowledge.analysis);
  if (!documents) return tl::unexpected(documents.error());
  std::string lines;
  for (const RegisteredDocument& registered : *documents) {
    auto drafts = gather_drafts(open.workspace, registered);
    if (!drafts) return tl::unexpected(drafts.error());
    if (*drafts) lines += drafts_jsonl(**drafts, open.knowledge.rules);
  }
  return lines;
}

}  // namespace

Status export_command(const CommonOptions& common, const ExportOptions& options, const Console& console) {
  auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  auto lines = all_drafts(*open);
  if (!lines) return console.fail(lines.error());
  if (options.out.empty()) {
    console.print(*lines);
  } else if (auto written = write_file(options.out, *lines); !written) {
    return console.fail(written.error());
  }
  return Status::done;
}

}  // namespace planmark
