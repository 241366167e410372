//! The builds that tests need. They run in parallel with suites that do not need them: linking for size uses one core
//! only.

use std::cell::Cell;
use std::fs::File;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;
use std::{env, fs};

use anyhow::{Context, Result, anyhow, bail};

use super::tally::Tally;
use super::tier::Tier;
use super::timed;
use crate::command::program;
use crate::{package, page, project, zip};

/// Something that is built once for all suites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// The JavaScript package, and what its answers are compared with.
    Package,
    /// The page, and its archives.
    Page,
}

/// In the order in which they are built: one cargo at a time, and the package is needed first.
const BUILDS: [Build; 2] = [Build::Package, Build::Page];

impl Build {
    const fn name(self) -> &'static str {
        match self {
            Self::Package => "package",
            Self::Page => "page",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Package => "编译 JavaScript 包",
            Self::Page => "编译、打包页面",
        }
    }
}

/// The word by which this program is called back to build something for the tests.
pub const WORD: &str = "build-for-tests";

/// Makes the builds that the words after [`WORD`] name.
///
/// # Errors
/// Where it is none of the builds, or does not compile.
pub fn build(words: &[&str]) -> Result<()> {
    let (tier, names) = Tier::of_words(words);
    match BUILDS.into_iter().find(|build| names == [build.name()]) {
        Some(Build::Package) => {
            package::build()?;
            package::build_compared(tier)
        }
        Some(Build::Page) => {
            page::build()?;
            zip::write().map(drop)
        }
        None => bail!("没有“{}”可以编译", words.join(" ")),
    }
}

/// How a build ended.
struct Built {
    status: Result<ExitStatus>,
    log: PathBuf,
    took: Duration,
}

/// A build that runs or has ended.
struct Running {
    build: Build,
    receiver: Receiver<Result<Built>>,
    /// Whether it succeeded, once a suite has waited for it.
    is_built: Cell<Option<bool>>,
}

/// The builds that run or have ended.
pub struct Builds {
    running: Vec<Running>,
}

impl Builds {
    /// Starts the requested builds, one after the other.
    pub fn start(wanted: &[Build], tier: Tier) -> Self {
        let (mut running, mut senders) = (Vec::new(), Vec::new());
        for build in BUILDS.into_iter().filter(|build| wanted.contains(build)) {
            let (sender, receiver) = mpsc::channel();
            running.push(Running { build, receiver, is_built: Cell::new(None) });
            senders.push((build, sender));
        }
        thread::spawn(move || {
            for (build, sender) in senders {
                // Nobody waits for it any more where the run has ended.
                let _ = sender.send(run(build, tier));
            }
        });
        Self { running }
    }

    /// Waits for a build, and prints what it said; where another suite has waited for it, a success counts no second time.
    pub fn wait(&self, build: Build) -> Tally {
        let Some(running) = self.running.iter().find(|running| running.build == build) else {
            return Tally::of_gate(build.title(), Err(anyhow!("没有开始编译")));
        };
        match running.is_built.get() {
            Some(true) => Tally::default(),
            Some(false) => Tally::of_gate(build.title(), Err(anyhow!("前面没有编译成功"))),
            None => {
                let outcome = running.outcome();
                running.is_built.set(Some(outcome.is_ok()));
                Tally::of_gate(build.title(), outcome)
            }
        }
    }
}

impl Running {
    fn outcome(&self) -> Result<()> {
        let built = self.receiver.recv().context("编译中断了")??;
        print!("{}", String::from_utf8_lossy(&fs::read(&built.log)?));
        println!("编译用了 {} 秒", built.took.as_secs());
        let status = built.status?;
        if !status.success() {
            bail!("没有成功（{status}），输出在 {}", built.log.display());
        }
        Ok(())
    }
}

/// Calls this program back, so that what it and all its compilers say goes to a file and not between others' lines.
fn run(build: Build, tier: Tier) -> Result<Built> {
    let log = project::target()?.join(format!("reports/build-{}.txt", build.name()));
    project::write(&log, "")?;
    let file = File::create(&log).with_context(|| format!("写不了 {}", log.display()))?;
    let mut own = program(env::current_exe()?);
    own.args([WORD, build.name()]).args(tier.words()).stdout(file.try_clone()?).stderr(file);
    let (status, took) = timed(|| own.status().context("无法再启动 xtask"));
    Ok(Built { status, log, took })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(succeeds: bool) -> Builds {
        let (sender, receiver) = mpsc::channel();
        let status = program(if succeeds { "true" } else { "false" }).status().unwrap();
        let log = project::target().unwrap().join("reports/build-in-a-test.txt");
        project::write(&log, "").unwrap();
        sender.send(Ok(Built { status: Ok(status), log, took: Duration::ZERO })).unwrap();
        Builds { running: vec![Running { build: Build::Page, receiver, is_built: Cell::new(None) }] }
    }

    #[test]
    fn several_suites_wait_for_one_build() {
        let built = ended(true);
        assert_eq!(built.wait(Build::Page), Tally::of_gate(Build::Page.title(), Ok(())));
        assert_eq!(built.wait(Build::Page), Tally::default());
        let failed = ended(false);
        assert!(failed.wait(Build::Page).has_failed());
        assert!(failed.wait(Build::Page).has_failed(), "each suite that needs it has failed");
        assert!(failed.wait(Build::Package).has_failed(), "it was not started");
    }
}
