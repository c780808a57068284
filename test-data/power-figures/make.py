# independent numbers for test-data/power-figures: numpy/scipy, no code of the project
import numpy as np, json
from scipy import stats
n=60
i=np.arange(n)
t=2.0*i
p=np.round(1.25+0.02*np.sin(0.7*i)+0.0004*i+0.01*((i*7919)%13-6)/6,6)
T=np.round(21+0.015*i+0.1*np.cos(0.3*i),3)
out={}
out['mean']=p.mean(); out['median']=np.median(p); out['min']=p.min(); out['max']=p.max(); out['sd']=p.std(ddof=1); out['nsd']=100*p.std()/p.mean()
out['stability']=100*(1-(p.max()-p.min())/(p.max()+p.min()))
r=stats.linregress(t,p); out['drift']=r.slope*3600/p.mean()*100
rt=stats.linregress(T,p); out['r']=rt.rvalue; out['coefficient']=100*rt.slope/p.mean()
def oadev(x,m):
    # straight from the definition, by averaging windows
    y=np.array([x[k:k+m].mean() for k in range(len(x)-m+1)])
    d=y[m:]-y[:-m]
    return np.sqrt((d**2).mean()/2)
for m in (1,2): out['allan_%d'%m]=100*oadev(p,m)/p.mean()
with open('series.csv','w') as f:
    f.write('time_s,power_mW,temperature_C\n')
    for a,b,c in zip(t,p,T): f.write('%.1f,%.6f,%.3f\n'%(a,b,c))
s=np.array([5,10,20,30,40,50,60,70,80,90,100,90,70,50,30,10.])
q=np.round(0.03+0.021*s**1.03*(1+0.01*np.sin(s/9))+0.004*(np.arange(16)>10),6)
u=np.round(0.002+0.005*q,6)
rl=stats.linregress(s,q); res=q-(rl.intercept+rl.slope*s)
out['slope']=rl.slope; out['intercept']=rl.intercept; out['r2']=rl.rvalue**2; out['slope_u']=rl.stderr; out['intercept_u']=rl.intercept_stderr
out['max_dev']=100*np.abs(res).max()/q.max()
out['exponent']=stats.linregress(np.log(s),np.log(q)).slope
up={a:b for a,b in zip(s[:11],q[:11])}; out['hysteresis']=max(100*abs(b-up[a])/q.max() for a,b in zip(s[11:],q[11:]))
X=np.c_[np.ones(16),s]; W=np.diag(1/u**2); c=np.linalg.solve(X.T@W@X,X.T@W@q); out['weighted_slope']=c[1]; out['weighted_intercept']=c[0]
with open('setpoints.csv','w') as f:
    f.write('setpoint_percent,power_mW,u_mW\n')
    for a,b,c_ in zip(s,q,u): f.write('%g,%.6f,%.6f\n'%(a,b,c_))
json.dump({k:{'value':float(v),'tolerance':1e-9,'source':'numpy 2.4 / scipy 1.17'} for k,v in out.items()},open('expected.json','w'),indent=1)
