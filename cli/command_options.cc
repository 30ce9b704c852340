#include "cli/command_options.h"

#include <CLI/CLI.hpp>
#include <initializer_list>

#include "corpus/part_cue.h"

namespace planmark {
namespace {

void add_jobs(CLI::App& command, unsigned& jobs) {
  command.add_option("-j,--jobs", jobs, "Documents at a time")
      ->check(CLI::Range(1, 256))
      ->option_text("N [one for each core]");
}

std::string fault_of_year(const std::string& text) {
  const bool digits = text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? "" : text + " is not a year of four digits";
}

// What is written beside standard output cannot go there too.
std::string fault_of_dash(const std::string& path) {
  return path == "-" ? "- is standard output, which is taken: name a file or a folder" : "";
}

// "-" is standard output, as it is for other programs.
void add_out(CLI::App& command, std::string& out) {
  command
      .add_option_function<std::string>(
          "-o,--out", [&out](const std::string& file) { out = file == "-" ? "" : file; },
          "File to write instead of standard output")
      ->option_text("FILE");
}

CLI::App& add_listing(CLI::App& app, ListingOptions& listing, const char* name, const char* help) {
  CLI::App& command = *app.add_subcommand(name, help);
  command.add_option("--html", listing.html, "Also write one page that opens offline")
      ->option_text("FILE")
      ->check(fault_of_dash);
  command.add_flag("--json", listing.json, "One JSON object");
  return command;
}

// As find_edition() takes them.
constexpr const char* any_document = "File name, hash, or \"SYSTEM, PART, EDITION\"";

}  // namespace

CLI::App& add_run(CLI::App& app, RunOptions& run) {
  CLI::App& command =
      *app.add_subcommand("run", "Read documents and draft answers; go on where the last run stopped");
  command.add_option(
      "PATH", run.paths,
      "PDFs, web pages or Office files, folders of them, or manifests (.csv); none: the workspace's own");
  command.add_option("-m,--manifest", run.manifest, "CSV with columns file,system,part,edition,title,url")
      ->option_text("FILE");
  add_jobs(command, run.jobs);
  command.add_option("--password", run.password, "Opens encrypted documents")->option_text("TEXT");
  command.add_flag("--retry", run.retry, "Try again what could not be read before");
  command.add_flag("--no-ocr", run.no_ocr, "Do not recognise words in pages that are pictures");
  command
      .add_option("--ocr-pages", run.ocr_pages, "Pages of one document to recognise; the others stay unread")
      ->check(CLI::Range(1, 10'000))
      ->option_text("N [200]");
  command
      .add_option("--time-limit", run.time_limit_seconds,
                  "Seconds of processor time that one document may take; three times as many by the clock")
      ->check(CLI::Range(1, 24 * 3600))
      ->option_text("S [60]");
  command.add_option("--memory-limit", run.memory_limit_mib, "MiB that reading one document may take")
      ->check(CLI::Range(64, 1024 * 1024))
      ->option_text("MIB [1024]");
  return command;
}

CLI::App& add_draft(CLI::App& app, RunOptions& draft) {
  CLI::App& command = *app.add_subcommand(
      "draft", "Draft anew what lexicons or identities have changed, from the kept text alone");
  draft.reads = false;
  add_jobs(command, draft.jobs);
  return command;
}

CLI::App& add_add(CLI::App& app, AddOptions& add) {
  CLI::App& command = *app.add_subcommand("add", "Add a document, or settle what a document is");
  command.add_option("FILE", add.file, "A file, or the name or hash of a document of the workspace")
      ->required();
  command
      .add_option("--system", add.identity.system,
                  "Who published it: a name or code of the register, or another name")
      ->option_text("NAME");
  command.add_option("--part", add.identity.part, "What it is in its edition")
      ->check(CLI::IsMember(part_names()));
  command.add_option("--edition", add.identity.edition, "First year of the period it plans for")
      ->check(fault_of_year)
      ->option_text("YEAR");
  command.add_option("--title", add.identity.title, "Its title")->option_text("TEXT");
  command.add_option("--url", add.identity.url, "Where it was published")->option_text("URL");
  return command;
}

CLI::App& add_show(CLI::App& app, ShowOptions& show) {
  CLI::App& command = *app.add_subcommand("show", "Show a document's drafts with reasons, quotes and pages");
  command.add_option("DOCUMENT", show.document, "File name, or at least six digits of the hash")->required();
  command.add_option("-q,--question", show.question, "One question alone, for example LEAD-01")
      ->option_text("ID");
  command.add_flag("--all", show.all, "Every quote, with the rules that found it");
  const auto other = [&](const char* name, ShowOptions::What what, const char* help) {
    return command.add_flag_callback(
        name, [&show, what] { show.what = what; }, help);
  };
  CLI::Option* text = other("--text", ShowOptions::What::text, "Its text as it was read, page by page");
  CLI::Option* extraction =
      other("--extraction", ShowOptions::What::extraction, "How well it was read: pages, states, problems");
  CLI::Option* identity = other("--identity", ShowOptions::What::identity,
                                "Why it is held to be of that system, part and edition");
  CLI::Option* acronyms =
      other("--acronyms", ShowOptions::What::acronyms, "What it means by its acronyms, and where it says so");
  CLI::Option* html = other("--html", ShowOptions::What::page,
                            "A page's picture with its blocks, order and kinds over it, as one HTML file");
  CLI::Option* page = command.add_option("--page", show.page, "The page to show, counted from 1");
  page->check(CLI::Range(1, 10'000))->option_text("N")->needs(html);
  add_out(command, show.out);
  command.add_option("--password", show.password, "Opens an encrypted document to draw its page")
      ->option_text("TEXT")
      ->needs(html);
  html->needs(page);
  const std::initializer_list<CLI::Option*> kinds = {html, text, extraction, identity, acronyms};
  for (auto one = kinds.begin(); one != kinds.end(); ++one)
    for (auto another = one + 1; another != kinds.end(); ++another) (*one)->excludes(*another);
  return command;
}

CLI::App& add_export(CLI::App& app, ExportOptions& options) {
  CLI::App& command = *app.add_subcommand("export", "Write results for other tools");
  command.require_subcommand(1);
  CLI::App& drafts =
      *command.add_subcommand("drafts", "Every draft of every document, one JSON object a line");
  drafts.add_option("--format", "Format to write")->check(CLI::IsMember({"jsonl"}))->option_text("jsonl");
  add_out(drafts, options.out);
  return drafts;
}

CLI::App& add_verify(CLI::App& app, VerifyOptions& verify) {
  CLI::App& command =
      *app.add_subcommand("verify", "Read the kept documents again and find every stored quote at its place");
  add_jobs(command, verify.jobs);
  command.add_option("--password", verify.password, "Opens encrypted documents")->option_text("TEXT");
  return command;
}

CLI::App& add_list(CLI::App& app, ListOptions& list) {
  CLI::App& command = *app.add_subcommand("list", "List the documents of the workspace");
  command.add_flag("--json", list.json, "One JSON object a line");
  return command;
}

CLI::App& add_systems(CLI::App& app, SystemsOptions& systems) {
  CLI::App& command = *app.add_subcommand("systems", "List the systems that the register knows");
  command.add_option("NAME", systems.name, "A name, alias or code");
  return command;
}

CLI::App& add_evaluate(CLI::App& app, EvaluateOptions& evaluate) {
  CLI::App& command = *app.add_subcommand("evaluate", "Measure the workspace's drafts against known answers");
  command.add_option("GOLD_DIR", evaluate.gold, "Folder of STEM.answers.json files")->required();
  command.add_option("--drafts", evaluate.drafts, "Measure these drafts (planmark export drafts) instead")
      ->option_text("FILE.jsonl");
  command
      .add_option("--against", evaluate.against,
                  "Drafts of an earlier version (planmark export drafts): say what got better and worse")
      ->option_text("FILE.jsonl");
  CLI::Option* errors = command.add_flag("--errors", evaluate.errors, "Every answer that is not right");
  command.add_flag("--json", evaluate.json, "One JSON object")->excludes(errors);
  return command;
}

CLI::App& add_lexicon(CLI::App& app, LexiconOptions& lexicon) {
  using What = LexiconOptions::What;
  CLI::App& command = *app.add_subcommand("lexicon", "Check and try the words that planmark looks for");
  command.require_subcommand(1)->fallthrough();
  const auto tool = [&](const char* name, What what, const char* help) -> CLI::App& {
    CLI::App& made = *command.add_subcommand(name, help);
    made.callback([&lexicon, what] { lexicon.what = what; });
    return made;
  };
  tool("lint", What::lint, "Terms that overlap, repeat or find nothing; rules without an example");
  tool("test", What::test, "Run every example: what must be found and what must not, and each question's");
  tool("impact", What::impact, "Which of the workspace's drafts today's lexicons would change");
  CLI::App& find = tool("find", What::find, "Every place of the workspace's documents where a term stands");
  find.add_option("TERM", lexicon.term, "A term as lexicons write it: \"young carer\", \"consult~\"")
      ->required();
  find.add_flag("--pattern", lexicon.pattern, "TERM is a pattern (RE2)");
  tool("export", What::to_csv, "Write the concepts' terms as a table for spreadsheets")
      .add_option("FILE", lexicon.file, "CSV file to write")
      ->required();
  tool("import", What::from_csv, "Put the terms of such a table into the lexicon files")
      .add_option("FILE", lexicon.file, "CSV file to read")
      ->required();
  return command;
}

CLI::App& add_report(CLI::App& app, ReportOptions& report) {
  CLI::App& command = *app.add_subcommand("report", "Make the yearly report's figures, tables and page");
  command
      .add_option("--edition", report.edition,
                  "Edition to report on; the latest of the workspace if not given")
      ->option_text("YEAR");
  command
      .add_option_function<std::string>(
          "--basis", [&report](const std::string& basis) { report.drafts = basis == "drafts"; },
          "What is counted: answers that people confirmed, or drafts (marked as such)")
      ->option_text("confirmed|drafts [confirmed]")
      ->check(CLI::IsMember({"confirmed", "drafts"}));
  command.add_flag("--whole-register", report.whole_register,
                   "Count every system of the register, also those without a document");
  command.add_option("--against", report.against, "Hold printed percentages (CSV) against the figures")
      ->option_text("FILE.csv");
  CLI::Option* prefill =
      command
          .add_option(
              "--prefill", report.prefill,
              "Also write links that open an online survey filled in: which question is which field (CSV)")
          ->option_text("FILE.csv");
  CLI::Option* is_public = command.add_flag(
      "--public", report.is_public, "The edition for everybody: names no system, or nothing is written");
  command
      .add_option("--smallest-cell", report.smallest_cell,
                  "Refuse a public edition with an answer that fewer documents gave")
      ->option_text("N")
      ->needs(is_public);
  prefill->excludes(is_public);
  command.add_option("--out", report.out, "Folder to write to")
      ->option_text("DIR [planmark-report]")
      ->check(fault_of_dash);
  return command;
}

CLI::App& add_permit(CLI::App& app, PermitOptions& permit) {
  CLI::App& command =
      *app.add_subcommand("permit", "Record that a system may be named in public with its good practice");
  command.add_option("SYSTEM", permit.system, "Its code, or any name that the register knows")->required();
  command.add_option("--as", permit.person, "Who records it: a sign-in name of the workbench")
      ->option_text("PERSON")
      ->required();
  command.add_option("--why", permit.why, "Who agreed for the system, when and how")
      ->option_text("TEXT")
      ->required();
  command.add_flag("--withdraw", permit.withdraw, "The system may no longer be named");
  return command;
}

CLI::App& add_compare(CLI::App& app, CompareOptions& compare) {
  CLI::App& command = *app.add_subcommand("compare", "Show what changed between two editions of a document");
  const char* named = "by file name, hash, or \"SYSTEM, PART, EDITION\"";
  command.add_option("BEFORE", compare.before, std::string("The earlier document, ") + named)->required();
  command.add_option("AFTER", compare.after, std::string("The later document, ") + named)->required();
  command.add_flag("--only-questions", compare.only_questions, "Only what an answer rests on");
  command
      .add_option_function<std::string>(
          "--format", [&compare](const std::string& form) { compare.json = form == "json"; }, "What to print")
      ->option_text("text|json [text]")
      ->check(CLI::IsMember({"text", "json"}));
  command.add_option("--html", compare.html, "Also write a page with both side by side")
      ->option_text("FILE")
      ->check(fault_of_dash);
  return command;
}

CLI::App& add_import(CLI::App& app, ImportOptions& options) {
  CLI::App& command =
      *app.add_subcommand("import", "Bring back the answers of a workbook that planmark report made");
  command.add_option("FILE", options.file, "answers.xlsx, or its sheet \"answers\" as CSV")->required();
  command.add_option("--as", options.person, "Sign-in name of who has edited it")
      ->option_text("NAME")
      ->required();
  command.add_flag("--dry-run", options.dry_run, "List what would be recorded, and record nothing");
  return command;
}

CLI::App& add_serve(CLI::App& app, ServeOptions& serve) {
  CLI::App& command = *app.add_subcommand("serve", "Review the drafts in a browser; until Ctrl-C");
  command.add_option("--port", serve.port, "Port to listen on")->option_text("N [8642]");
  command
      .add_option("--listen", serve.listen,
                  "Address to listen on; for any but this machine's own put a TLS proxy in front")
      ->option_text("ADDRESS [127.0.0.1]");
  command.add_option("--behind-proxy", serve.public_name, "Name under which a TLS proxy in front is reached")
      ->option_text("NAME");
  return command;
}

CLI::App& add_watch(CLI::App& app, WatchOptions& watch) {
  CLI::App& command = *app.add_subcommand(
      "watch", "Look at publication pages on the web for new, changed, moved and vanished documents");
  command.add_option("LIST", watch.list, "CSV with columns system,part,edition,kind,address")->required();
  CLI::Option* contact = command.add_option(
      "--contact", watch.contact, "Your e-mail or web address: every server that is asked is told it");
  contact->option_text("WHO");
  CLI::Option* dry = command.add_flag("--dry-run", watch.dry_run, "Say what would be asked, and ask nothing");
  command.add_option("--delay", watch.delay_seconds, "Seconds between two requests to one host")
      ->check(CLI::Range(0.0, 3600.0))
      ->option_text("S [5]");
  command.add_option("--time-limit", watch.time_limit_seconds, "Seconds that one request may take")
      ->check(CLI::Range(1, 3600))
      ->option_text("S [120]");
  command.add_option("--size-limit", watch.size_limit_mib, "MiB that one document may have")
      ->check(CLI::Range(1, 2000))
      ->option_text("MIB [100]");
  command.add_flag("--allow-private", watch.allow_private,
                   "Also ask this machine and local networks, and without a delay if wished");
  command.add_flag("--json", watch.json, "One JSON object a line for each address")->excludes(dry);
  return command;
}

CLI::App& add_borrowed(CLI::App& app, ListingOptions& listing) {
  CLI::App& command =
      add_listing(app, listing, "borrowed",
                  "Show which sentences a document shares with guidance, earlier editions and others");
  command.add_option("DOCUMENT", listing.first, any_document)->required();
  command
      .add_option("--guidance", listing.guidance,
                  "Take this document for national guidance; may be given again")
      ->option_text("DOCUMENT");
  return command;
}

CLI::App& add_commitments(CLI::App& app, ListingOptions& listing) {
  CLI::App& command = add_listing(app, listing, "commitments",
                                  "Follow one edition's dated and numbered commitments into the next");
  listing.what = ListingOptions::What::commitments;
  command
      .add_option("BEFORE", listing.first,
                  "The earlier edition: file name, hash, or \"SYSTEM, PART, EDITION\"")
      ->required();
  command.add_option("AFTER", listing.second, "The later edition")->required();
  return command;
}

CLI::App& add_priorities(CLI::App& app, ListingOptions& listing) {
  CLI::App& command =
      add_listing(app, listing, "priorities", "Find a plan's actions for each priority of a strategy");
  listing.what = ListingOptions::What::priorities;
  command.add_option("STRATEGY", listing.first, any_document)->required();
  command.add_option("PLAN", listing.second, any_document)->required();
  return command;
}

}  // namespace planmark
