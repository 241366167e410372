//! `serve`: the page on this machine alone, compiled again when a source file changes.

mod sources;

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use self::sources::Sources;
use super::{Profile, documents};
use crate::project;
use crate::tools::Toolbox;

const HOST: &str = "127.0.0.1";
/// How often the source files are looked at.
const POLL: Duration = Duration::from_millis(500);
/// How often the server is asked whether it is there, and the time between.
const ATTEMPTS: u32 = 400;
const BETWEEN: Duration = Duration::from_millis(50);

/// How the page is served.
pub struct Options {
    port: u16,
    profile: Profile,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self { port: 8080, profile: Profile::Debug };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--release" => options.profile = Profile::Release,
                "--port" => {
                    options.port = words
                        .next()
                        .and_then(|port| port.parse().ok())
                        .context("--port 之后请写端口号，例如 --port 8081")?;
                }
                other => bail!("serve 没有“{other}”这个选项，只有 --port 和 --release"),
            }
        }
        Ok(options)
    }
}

/// Serves the page until the user ends it, and compiles it again at each change.
///
/// # Errors
/// Where the port is taken or the page does not compile the first time.
pub fn serve(options: &Options) -> Result<()> {
    let port = options.port;
    if TcpListener::bind((HOST, port)).is_err() {
        bail!("端口 {port} 已被占用，请换一个：\n  cargo xtask serve --port {}", port.wrapping_add(1).max(1024));
    }
    let tools = Toolbox::for_build()?;
    let mut sources = Sources::now()?;
    println!("正在编译页面（首次约 2 分钟）…");
    build(options.profile, &tools)?;
    let mut server = Server::start(port, &tools)?;
    println!("可以用了：请打开 http://{HOST}:{port}/ （源文件改了会自动重新编译；按 Ctrl-C 结束）");
    report(add_documents(options.profile, &tools));
    loop {
        thread::sleep(POLL);
        server.still_runs()?;
        let found = Sources::now()?;
        if found != sources {
            sources = found;
            println!("源文件改了，正在重新编译…");
            // The page of before stays until the mistake is mended.
            report(build(options.profile, &tools).and_then(|()| {
                println!("编译好了，请刷新网页");
                add_documents(options.profile, &tools)
            }));
        }
    }
}

fn report(built: Result<()>) {
    if let Err(error) = built {
        eprintln!("错误：{error:#}");
    }
}

/// Not in dist/, which holds what was built to be published.
fn served() -> PathBuf {
    project::root().join("target/page/served")
}

/// Compiles the calculator in another folder than the served one, and swaps the two when it is complete.
fn build(profile: Profile, tools: &Toolbox) -> Result<()> {
    let staging = project::root().join("target/page/staging");
    super::write(&staging, profile, tools)?;
    project::clear(&served())?;
    fs::rename(&staging, served()).with_context(|| format!("写不了 {}", served().display()))
}

/// Compiles the further documents into the served folder. Their programs take as long as the calculator's, and a newcomer
/// waits for the calculator.
fn add_documents(profile: Profile, tools: &Toolbox) -> Result<()> {
    documents::write(&served(), profile, tools)?;
    println!("{}（.html）也编译好了", documents::names()?.join("、"));
    Ok(())
}

/// esbuild's own server.
struct Server {
    child: Child,
}

impl Server {
    /// Starts it and waits until it answers.
    fn start(port: u16, tools: &Toolbox) -> Result<Self> {
        let mut esbuild = tools.program("esbuild");
        esbuild.arg(format!("--serve={HOST}:{port}")).arg(format!("--servedir={}", served().display()));
        // It ends once its standard input does: with this program, however that ends.
        esbuild.arg("--log-level=warning").stdin(Stdio::piped());
        let child = esbuild.spawn().context("无法启动 esbuild 的服务器")?;
        let mut server = Self { child };
        for _ in 0..ATTEMPTS {
            if TcpStream::connect((HOST, port)).is_ok() {
                return Ok(server);
            }
            server.still_runs()?;
            thread::sleep(BETWEEN);
        }
        bail!("esbuild 的服务器没有应答")
    }

    fn still_runs(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => bail!("esbuild 的服务器停了（{status}）"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_others_refused() {
        let options = Options::parse(&["--port", "8081", "--release"]).unwrap();
        assert!(options.port == 8081 && options.profile == Profile::Release);
        assert!(Options::parse(&["--port"]).is_err() && Options::parse(&["--fast"]).is_err());
    }

    #[test]
    fn a_port_in_use_is_refused_with_the_command_for_another() {
        let taken = TcpListener::bind((HOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = serve(&Options { port, profile: Profile::Debug }).unwrap_err().to_string();
        assert!(
            error.contains(&format!("端口 {port} 已被占用")) && error.contains("cargo xtask serve --port "),
            "{error}"
        );
    }
}
