// What the command line asks for. Paths are as they were typed; an empty one was not given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/console.h"
#include "corpus/identity.h"

namespace planmark {

struct CommonOptions {
  std::string workspace = "planmark-workspace";
  std::string data;
  std::string lexicons;
};

struct RunOptions {
  std::vector<std::string> paths;
  std::string manifest;
  unsigned jobs = 0;  // 0: one for each core
  std::string password;
  bool retry = false;
  bool no_ocr = false;
  std::uint32_t ocr_pages = 200;  // recognised in one document
  int time_limit_seconds = 60;
  std::size_t memory_limit_mib = 1024;
  bool reads = true;  // false: only what has been read is drafted anew
};

struct AddOptions {
  std::string file;
  Identity identity;
};

struct ListOptions {
  bool json = false;
};

struct ShowOptions {
  enum class What { drafts, text, extraction, identity, acronyms, page };
  std::string document;
  std::string question;
  bool all = false;  // every quote and rule, not the best alone
  What what = What::drafts;
  std::uint32_t page = 0;  // of What::page, from 1
  std::string password;    // opens an encrypted document to draw its page
  std::string out;         // file to write instead of standard output
};

struct ExportOptions {
  std::string out;
};

struct VerifyOptions {
  unsigned jobs = 0;  // 0: one for each core
  std::string password;
};

struct SystemsOptions {
  std::string name;
};

struct EvaluateOptions {
  std::string gold;     // folder
  std::string drafts;   // measured instead of the workspace's
  std::string against;  // drafts of an earlier version
  bool errors = false;  // every answer that is not right
  bool json = false;
};

struct LexiconOptions {
  enum class What { lint, test, find, impact, to_csv, from_csv };
  What what = What::lint;
  std::string term;      // of What::find
  bool pattern = false;  // the term is a pattern
  std::string file;      // of What::to_csv and What::from_csv
};

struct ReportOptions {
  std::string edition;  // empty: the latest of the workspace
  bool drafts = false;  // figures of drafts instead of confirmed answers
  bool whole_register = false;
  std::string against;  // CSV of published numbers
  std::string prefill;  // CSV: which question is which field of a form
  bool is_public = false;
  std::size_t smallest_cell = 0;  // of the public edition; 0: any
  std::string out = "planmark-report";
};

struct PermitOptions {
  std::string system;
  std::string person, why;
  bool withdraw = false;
};

struct CompareOptions {
  std::string before, after;  // as find_edition() takes them
  bool only_questions = false;
  bool json = false;
  std::string html;  // file to write a page to
};

struct ImportOptions {
  std::string file;
  std::string person;  // sign-in name
  bool dry_run = false;
};

struct ServeOptions {
  std::uint16_t port = 8642;
  std::string listen = "127.0.0.1";
  std::string public_name;  // of the proxy in front that speaks TLS
};

struct ListingOptions {
  enum class What { borrowed, commitments, priorities };
  What what = What::borrowed;
  std::string first, second;          // documents; the second is the later edition, or the plan
  std::vector<std::string> guidance;  // of What::borrowed
  std::string html;                   // file to write
  bool json = false;
};

struct WatchOptions {
  std::string list;
  std::string contact;  // told to every server that is asked
  double delay_seconds = 5;
  int time_limit_seconds = 120;
  std::size_t size_limit_mib = 100;
  bool allow_private = false;
  bool dry_run = false;
  bool json = false;
};

struct Options {
  CommonOptions common;
  std::variant<RunOptions, AddOptions, ListOptions, ShowOptions, ExportOptions, VerifyOptions, SystemsOptions,
               EvaluateOptions, LexiconOptions, ReportOptions, PermitOptions, ImportOptions, ServeOptions,
               WatchOptions, ListingOptions, CompareOptions>
      command;
};

// nullopt: there is nothing left to do (help or version was asked for, or the arguments were wrong and that
// has been said); `status` is then what to end with.
std::optional<Options> parse_options(int argc, const char* const* argv, const Console& console,
                                     Status& status);

}  // namespace planmark
