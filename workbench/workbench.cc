#include "workbench/workbench.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/format.h"
#include "review/people.h"
#include "workbench/clock.h"
#include "workbench/respond.h"
#include "workbench/session_cookie.h"

namespace planmark {
namespace {

constexpr std::size_t pictures_in_memory = 256U << 20;  // bytes
constexpr std::size_t documents_in_memory = 64;

std::vector<std::string> hosts_of(const WorkbenchSettings& settings, std::uint16_t port) {
  std::vector<std::string> names = {"127.0.0.1", "localhost", "[::1]"};
  const std::string& address = settings.server.address;
  names.push_back(address.find(':') == std::string::npos ? address : "[" + address + "]");
  std::vector<std::string> hosts;
  for (const std::string& name : names) {
    hosts.push_back(format("{}:{}", name, port));
    if (port == 80) hosts.push_back(name);
  }
  if (!settings.public_name.empty()) hosts.push_back(lower_ascii(settings.public_name));
  return hosts;
}

}  // namespace

// An owner is needed for handlers to point at, so that the whole can be moved.
struct Workbench::Rep {
  Bench bench;
  std::optional<HttpServer> server;
  std::string address;
};

Workbench::Workbench(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
Workbench::Workbench(Workbench&&) noexcept = default;
Workbench& Workbench::operator=(Workbench&&) noexcept = default;
Workbench::~Workbench() = default;

Result<Workbench> Workbench::open(WorkbenchSettings settings) {
  {
    const auto workspace = Workspace::open_existing(settings.workspace);
    if (!workspace) return tl::unexpected(workspace.error());
  }
  auto work = ConfinedWork::start({.helpers = settings.workers, .password = settings.password});
  if (!work) return tl::unexpected(work.error());
  auto rep = std::unique_ptr<Rep>(new Rep{Bench{.rules = std::move(settings.rules),
                                                .systems = std::move(settings.systems),
                                                .comparison = std::move(settings.comparison),
                                                .shared = std::move(settings.shared),
                                                .extraction = std::move(settings.extraction),
                                                .analysis = std::move(settings.analysis),
                                                .hosts = {},
                                                .behind_proxy = !settings.public_name.empty(),
                                                .workspaces = WorkspacePool(settings.workspace),
                                                .work = std::move(*work),
                                                .pictures = PagePictures(pictures_in_memory),
                                                .copies = ReadingCopies(documents_in_memory)},
                                          std::nullopt, ""});
  Bench* bench = &rep->bench;
  auto server = HttpServer::listen(
      settings.server, [bench](const Request& request) { return respond(*bench, routes(), request); },
      [](const Request& request) {
        const Routed routed = find_route(routes(), request);
        return routed.route != nullptr && routed.route->slow;
      });
  if (!server) return tl::unexpected(server.error());
  bench->hosts = hosts_of(settings, server->port());
  const bool everywhere = settings.server.address == "0.0.0.0" || settings.server.address == "::";
  rep->address = settings.public_name.empty()
                     ? format("http://{}", everywhere ? bench->hosts.front() : bench->hosts.back())
                     : "https://" + settings.public_name;
  rep->server.emplace(std::move(*server));
  return Workbench(std::move(rep));
}

std::string Workbench::address() const { return rep_->address; }
std::uint16_t Workbench::port() const { return rep_->server->port(); }

Result<std::optional<std::string>> Workbench::first_link() {
  auto workspace = rep_->bench.workspaces.lease();
  if (!workspace) return tl::unexpected(workspace.error());
  const Act act{"planmark", time_stamp_in(std::chrono::seconds(0))};
  const auto known = people(**workspace);
  if (!known) return tl::unexpected(known.error());
  for (const Person& person : *known) {
    if (!has_role(person, Role::coordinator) || !person.active) continue;
    const auto hash = password_hash(**workspace, person.name);
    if (!hash) return tl::unexpected(hash.error());
    if (*hash) return std::nullopt;
  }
  const std::string name = "coordinator";
  const bool is_there =
      std::any_of(known->begin(), known->end(), [&](const Person& p) { return p.name == name; });
  if (!is_there) {
    const Person person{name, "Coordinator", {Role::reviewer, Role::coordinator, Role::adjudicator}};
    if (auto added = add_person(**workspace, person, act); !added) return tl::unexpected(added.error());
  }
  const auto link = new_sign_in_link(**workspace, name, act);
  if (!link) return tl::unexpected(link.error());
  return address() + *link;
}

void Workbench::serve() { rep_->server->serve(); }
void Workbench::stop() { rep_->server->stop(); }

}  // namespace planmark
