// A comparison of two editions as one JSON object:
//
//   before, after  {"file", "document" (SHA-256), "system", "part", "edition", "pages"}
//   comparable     {"verdict": "comparable" | "partly comparable" | "not comparable", "because": [sentence]}
//   same_content   true where nothing was reworded, dropped or is new
//   counts         changes by kind, those of headings apart
//   changes        in the order of the later edition: {"kind": "kept" | "moved" | "reworded" | "split" |
//                  "merged" | "dropped" | "new", "moved", "heading", "of_content", "questions": [id],
//                  "before", "after": [passage], "changed_before", "changed_after": [passage]}
//                  a passage: {"text", "page" (1-based), "begin", "end" (bytes of the document's text)}
//   answers        {"question", "before", "after", "changed", "causes": ["text" | "rules" | "rubric" |
//                  "reader"], "evidence": [{"kind", "before", "after": passage or null, "was_evidence",
//                  "is_evidence"}]}
//
// Answers are drafts but where a person's decision stands.
#pragma once

#include <string>

#include "reports/edition_comparison.h"

namespace planmark {

enum class ChangesShown { all, bearing_on_questions };

// One line, ended by '\n'.
std::string comparison_json(const EditionComparison& compared, const Register& systems, ChangesShown shown);

}  // namespace planmark
