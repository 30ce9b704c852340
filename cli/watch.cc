#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <thread>

#include "base/format.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/knowledge.h"
#include "cli/workspace_lock.h"
#include "corpus/register.h"
#include "reports/findings_jsonl.h"
#include "reports/plain_text.h"
#include "review/workspace.h"
#include "watch/finding.h"
#include "watch/round.h"
#include "watch/visitor.h"
#include "watch/watch_list.h"
#include "workbench/clock.h"

namespace planmark {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using Kind = WebFinding::Kind;

constexpr std::chrono::hours round_lasts(24);

// What a server is told of who asks must be of use to its people.
Result<std::string> user_agent(const std::string& contact) {
  if (contact.empty())
    return failure(ProblemKind::bad_input, "nothing on the web is asked without a contact", "",
                   "Say who asks with --contact (an e-mail or web address), or see what would be asked with "
                   "--dry-run.");
  const bool plain = std::ranges::all_of(
      contact, [](char c) { return c > ' ' && c < '\x7F' && c != '(' && c != ')' && c != '"' && c != '\\'; });
  const bool reaches = contact.find('@') != std::string::npos || contact.starts_with("https://") ||
                       contact.starts_with("http://");
  if (!plain || !reaches || contact.size() > 200)
    return failure(ProblemKind::bad_input, format("\"{}\" is no e-mail or web address", contact),
                   "--contact");
  return format("planmark/{} (+{})", PLANMARK_VERSION, contact);
}

Result<milliseconds> delay_of(const WatchOptions& options) {
  if (options.delay_seconds < 1 && !options.allow_private)
    return failure(ProblemKind::bad_input, "less than a second between two requests to one host", "--delay");
  return milliseconds(static_cast<std::int64_t>(options.delay_seconds * 1000));
}

WaitingClock patient_clock() {
  return {.now = [] { return steady_clock::now(); },
          .sleep =
              [](milliseconds time) {
                const auto end = steady_clock::now() + time;
                while (!interrupted() && steady_clock::now() < end)
                  std::this_thread::sleep_for(std::min<milliseconds>(time, milliseconds(50)));
                return !interrupted();
              }};
}

Visitor visitor_of(const std::string& agent, milliseconds delay, const WatchOptions& options) {
  const FetchLimits limits{.time = std::chrono::seconds(options.time_limit_seconds),
                           .bytes = options.size_limit_mib << 20U,
                           .private_addresses = options.allow_private};
  return Visitor(network_fetch(agent, limits, [] { return interrupted(); }), {.delay = delay},
                 patient_clock());
}

Status show_plan(const CommonOptions& common, const std::vector<WatchEntry>& list, const Console& console) {
  std::vector<std::string> addresses;
  if (auto workspace = Workspace::open_existing(common.workspace)) {
    auto known = addresses_to_look_at(*workspace, list);
    if (!known) return console.fail(known.error());
    addresses = std::move(*known);
  } else if (workspace.error().kind != ProblemKind::not_found) {
    return console.fail(workspace.error());
  } else {
    for (const WatchEntry& entry : list) addresses.push_back(entry.address.text);
  }
  for (const std::string& address : addresses) console.print(printable(address) + "\n");
  console.tell(
      format("{} addresses, and the robots.txt of each site; nothing was asked\n", addresses.size()));
  return Status::done;
}

// Whose address it is, as the list says.
class Systems {
 public:
  explicit Systems(const std::vector<WatchEntry>& list) {
    for (const WatchEntry& entry : list) by_address_.emplace(entry.address.text, entry.given.system);
  }
  std::string of(const WebFinding& finding) const {
    const auto found = by_address_.find(finding.page.empty() ? finding.address : finding.page);
    return found == by_address_.end() ? "" : found->second;
  }

 private:
  std::map<std::string, std::string> by_address_;
};

std::string details_of(const WebFinding& finding, const std::string& system) {
  std::vector<std::string> details;
  if (!system.empty()) details.push_back(system);
  if (finding.kind == Kind::moved) details.push_back(format("from {} to {}", finding.from, finding.to));
  if (finding.kind == Kind::copy) details.push_back("the document of " + finding.from);
  if (finding.kind == Kind::changed) details.push_back("was " + finding.before.substr(0, 12));
  if (!finding.problem.empty()) details.push_back(finding.problem);
  if (!finding.sha256.empty()) details.push_back("kept as " + finding.sha256.substr(0, 12));
  return printable(joined(details, "; "));
}

constexpr std::array kinds_in_order = {Kind::fresh,    Kind::changed,    Kind::moved,
                                       Kind::returned, Kind::vanished,   Kind::copy,
                                       Kind::missing,  Kind::not_looked, Kind::same};

std::string account_of(const std::vector<WebFinding>& found, const Systems& systems) {
  std::vector<std::string> counts;
  std::string text;
  for (const Kind kind : kinds_in_order) {
    std::size_t number = 0;
    for (const WebFinding& finding : found) {
      if (finding.kind != kind) continue;
      ++number;
      if (kind == Kind::same) continue;
      text += format("{:<14} {}\n", name_of(kind), printable(finding.address));
      const std::string details = details_of(finding, systems.of(finding));
      if (!details.empty()) text += format("{:<14} {}\n", "", details);
    }
    if (number > 0) counts.push_back(format("{} {}", number, name_of(kind)));
  }
  return format("{}Looked at {} addresses: {}\n", text, found.size(), joined(counts, ", "));
}

Status tell_findings(const Workspace& workspace, const std::vector<WatchEntry>& list, std::int64_t round,
                     const WatchOptions& options, const Console& console) {
  auto now = sightings_of(workspace, round);
  if (!now) return console.fail(now.error());
  auto before = sightings_before(workspace, round);
  if (!before) return console.fail(before.error());
  const std::vector<WebFinding> found = findings(*now, *before);
  const Systems systems(list);
  const auto has = [&](Kind kind) {
    return std::ranges::any_of(found, [kind](const WebFinding& finding) { return finding.kind == kind; });
  };
  if (options.json)
    for (const WebFinding& finding : found) console.print(finding_json(finding, systems.of(finding)) + "\n");
  else
    console.print(account_of(found, systems));
  if (!options.json && (has(Kind::fresh) || has(Kind::changed)))
    console.print("planmark run reads what is new.\n");
  return has(Kind::not_looked) || has(Kind::missing) ? Status::left_out : Status::done;
}

Status watch(Workspace& workspace, const std::vector<WatchEntry>& list, const Register& systems,
             Visitor visitor, const WatchOptions& options, const Console& console) {
  const auto now = [] { return time_stamp_in(std::chrono::seconds(0)); };
  auto round = begin_round(workspace, now(), time_stamp_in(-round_lasts));
  if (!round) return console.fail(round.error());
  if (round->resumed) console.tell(format("goes on with the round that was begun at {}\n", round->begun));
  const RoundTools tools{
      .visitor = visitor,
      .now = now,
      .tell = [&](const std::string& address) { console.tell(printable(address) + "\n"); },
      .settled = [&](const Identity& given) { return settled_identity(given, {}, systems); }};
  if (auto looked = look_at_all(workspace, list, *round, tools); !looked) {
    if (looked.error().kind != ProblemKind::interrupted) return console.fail(looked.error());
    console.tell("planmark: interrupted; what was seen is kept, and the same command goes on from here\n");
    return Status::interrupted;
  }
  if (auto ended = end_round(workspace, round->number, now()); !ended) return console.fail(ended.error());
  return tell_findings(workspace, list, round->number, options, console);
}

}  // namespace

// The arguments and the list are checked before anything is made or asked.
Status watch_command(const CommonOptions& common, const WatchOptions& options, const Console& console) {
  catch_interrupts();
  auto list = read_watch_list(options.list);
  if (!list) return console.fail(list.error());
  if (options.dry_run) return show_plan(common, *list, console);
  auto agent = user_agent(options.contact);
  if (!agent) return console.fail(agent.error());
  auto delay = delay_of(options);
  if (!delay) return console.fail(delay.error());
  auto places = find_data(common.data, common.lexicons);
  if (!places) return console.fail(places.error());
  auto systems = load_register(places->register_folder);
  if (!systems) return console.fail(systems.error());
  auto workspace = Workspace::open(common.workspace);
  if (!workspace) return console.fail(workspace.error());
  auto lock = WorkspaceLock::take(common.workspace);
  if (!lock) return console.fail(lock.error());
  return watch(*workspace, *list, *systems, visitor_of(*agent, *delay, options), options, console);
}

}  // namespace planmark
