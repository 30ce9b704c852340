// The tools for those who own the words, one file each.
#pragma once

#include "cli/console.h"
#include "cli/options.h"

namespace planmark {

Status lexicon_find(const CommonOptions& common, const LexiconOptions& options, const Console& console);
Status lexicon_impact(const CommonOptions& common, const Console& console);

// A table of terms for spreadsheets (reports/terms_csv.h), and back into the lexicon files.
Status lexicon_export(const CommonOptions& common, const std::string& file, const Console& console);
Status lexicon_import(const CommonOptions& common, const std::string& file, const Console& console);

}  // namespace planmark
