// What a run came to, gathered from the workspace when it ends.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/knowledge.h"
#include "reports/lead_disagreement.h"
#include "review/workspace.h"

namespace planmark {

struct RunSummary {
  std::size_t documents = 0;  // of this run, each once however many files hold its bytes
  std::size_t read_now = 0;
  std::size_t refused = 0;  // could not be read, now or before
  std::size_t waiting = 0;  // not read or not drafted: the run was interrupted
  std::uint64_t pages = 0, unreadable_pages = 0, recognised_pages = 0, pages_now = 0;
  bool pictures_could_be_read = false;  // if Tesseract's language data were installed
  std::size_t drafted_documents = 0;
  std::vector<std::pair<std::string, std::size_t>> drafts;  // by answer, in the usual order of answers
  std::vector<Problem> left_out;                            // `where` names the file
  std::vector<std::string> part_unknown;                    // file names
  std::map<std::string, std::vector<std::string>>
      not_asked;                          // file names by what the documents were taken for
  std::vector<std::string> not_readable;  // files of folders, of no kind that can be read
  std::vector<LeadDisagreement> disagreements;
  std::chrono::milliseconds took{0};
};

// `documents` are the hashes of the run's documents, sorted. What the run alone knows (read_now, pages_now,
// not_readable, took, paths that could not be used) is added by the caller.
Result<RunSummary> summarise(const Workspace& workspace, const Knowledge& knowledge,
                             const std::vector<std::string>& documents);

// In which line of the summary a drafted answer is counted: "Yes", "role only", "nothing found", ...
std::string outcome_of(const Answer& answer, AnswerType type);

std::string summary_text(const RunSummary& summary, const std::string& workspace, std::size_t width);

}  // namespace planmark
